import { Publisher, Reply, Router } from 'zeromq';

/** The connection file that Jupyter writes for a kernel. */
export interface Connection {
  transport: string;
  ip: string;
  key: string;
  shell_port: number;
  control_port: number;
  iopub_port: number;
  stdin_port: number;
  hb_port: number;
}

export interface Sockets {
  shell: Router;
  control: Router;
  iopub: Publisher;
  stdin: Router;
}

/**
 * No limit on messages that wait to be sent; and sent at once: with any other time-out zeromq.js sends 512 messages in a
 * turn of the event loop and refuses the 513th.
 */
const lossless = { sendHighWaterMark: 0, sendTimeout: 0, linger: 1000 };

/** Opens the five sockets of a kernel, none of which drops a message because there are many, and answers heartbeats. */
export async function openSockets(connection: Connection): Promise<Sockets> {
  const shell = new Router(lossless);
  const control = new Router(lossless);
  const iopub = new Publisher(lossless);
  const stdin = new Router();
  const heartbeat = new Reply();
  await Promise.all([
    shell.bind(address(connection, connection.shell_port)),
    control.bind(address(connection, connection.control_port)),
    iopub.bind(address(connection, connection.iopub_port)),
    stdin.bind(address(connection, connection.stdin_port)),
    heartbeat.bind(address(connection, connection.hb_port)),
  ]);
  void echo(heartbeat);
  return { shell, control, iopub, stdin };
}

/** Where a socket is: a port of the network, or, for the transport `ipc`, a file whose name ends in the number. */
export function address({ transport, ip }: Pick<Connection, 'transport' | 'ip'>, port: number): string {
  return `${transport}://${ip}${transport === 'ipc' ? '-' : ':'}${port}`;
}

async function echo(heartbeat: Reply): Promise<void> {
  for await (const frames of heartbeat) await heartbeat.send(frames);
}
