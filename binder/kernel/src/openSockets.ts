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
  const address = (port: number): string => `${connection.transport}://${connection.ip}:${port}`;
  await Promise.all([
    shell.bind(address(connection.shell_port)),
    control.bind(address(connection.control_port)),
    iopub.bind(address(connection.iopub_port)),
    stdin.bind(address(connection.stdin_port)),
    heartbeat.bind(address(connection.hb_port)),
  ]);
  void echo(heartbeat);
  return { shell, control, iopub };
}

async function echo(heartbeat: Reply): Promise<void> {
  for await (const frames of heartbeat) await heartbeat.send(frames);
}
