import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Dealer, Subscriber } from 'zeromq';
import { decodeMessage, encodeMessage, type Content, type Message } from '../../binder/kernel/src/message.ts';
import { address, type Connection } from '../../binder/kernel/src/openSockets.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** How to start the course's kernel, and the one it is built around. */
export const commands = {
  launcher: [join(root, 'binder/kernel/dist/main.js')],
  stock: [join(root, 'node_modules/tslab/bin/tslab'), 'kernel'],
};

/** What came of one request. */
export interface Result {
  /** The content of the reply. */
  reply: Content;
  /** What arrived on iopub for this request, in order, up to the moment it was complete; status messages left out. */
  outputs: Message[];
  /** Everything printed to stdout, and the value of the last expression, which stock tslab prints as well. */
  stdout: string;
  stderr: string;
  /** The contents of its `error` messages. */
  errors: Content[];
}

interface Pending {
  reply?: Content;
  idle: boolean;
  outputs: Message[];
  resolve: (result: Result) => void;
  reject: (reason: Error) => void;
}

type Ports = [number, number, number, number, number];

const key = 'a key for tests';

/** A Jupyter client over ZeroMQ, with the kernel process it talks to. */
export class KernelClient {
  /** Everything that arrived, on every channel, in order. */
  readonly arrived: Message[] = [];
  readonly #pending = new Map<string, Pending>();
  /** Answers what a cell asks; without one, the kernel is told that nobody can. */
  answer: ((question: string) => string | undefined) | undefined;
  // One identity: the kernel sends a question to whoever sent the cell.
  readonly #identity = randomUUID();
  readonly #sockets = {
    shell: new Dealer({ routingId: this.#identity }),
    control: new Dealer(),
    stdin: new Dealer({ routingId: this.#identity }),
  };
  readonly #sent = { shell: Promise.resolve(), control: Promise.resolve() };
  readonly #iopub = new Subscriber({ receiveHighWaterMark: 0 });

  private constructor(
    readonly process: ChildProcess,
    private readonly folder: string,
    private readonly connection: Connection,
  ) {
    const { shell, control, stdin } = this.#sockets;
    shell.connect(address(connection, connection.shell_port));
    control.connect(address(connection, connection.control_port));
    stdin.connect(address(connection, connection.stdin_port));
    this.#iopub.connect(address(connection, connection.iopub_port));
    this.#iopub.subscribe();
    for (const socket of [shell, control, stdin, this.#iopub]) void this.#receive(socket);
  }

  /** Starts a kernel in `cwd` and waits until it answers. */
  static async start(
    kind: keyof typeof commands,
    { cwd = join(root, 'test/kernel'), through = [] as string[], transport = 'tcp' } = {},
  ): Promise<KernelClient> {
    const folder = mkdtempSync(join(tmpdir(), 'kernel-'));
    const [shell_port, control_port, iopub_port, stdin_port, hb_port] = (await freePorts(5)) as Ports;
    const ports = { shell_port, control_port, iopub_port, stdin_port, hb_port };
    const file = join(folder, 'connection.json');
    const ip = transport === 'ipc' ? join(folder, 'socket') : '127.0.0.1';
    const connection = { transport, ip, key, signature_scheme: 'hmac-sha256', ...ports };
    writeFileSync(file, JSON.stringify(connection));
    const [command, ...args] = [...through, process.execPath, ...commands[kind], `--config-path=${file}`];
    const client = new KernelClient(spawn(command!, args, { cwd, stdio: 'pipe' }), folder, connection);
    let complaint = '';
    client.process.stderr!.on('data', text => (complaint += text));
    client.process.once('exit', (code, signal) => {
      const end = new Error(`the kernel ended: ${signal ?? code}\n${complaint}`);
      for (const { reject } of client.#pending.values()) reject(end);
    });
    await client.#untilSubscribed(() => complaint);
    return client;
  }

  /** Another client of the same kernel. */
  async another(): Promise<KernelClient> {
    const client = new KernelClient(this.process, this.folder, this.connection);
    await client.#untilSubscribed();
    return client;
  }

  /** Sends a request at once; the result comes when both its reply and its `idle` have arrived. */
  request(
    type: string,
    content: Content,
    channel: 'shell' | 'control' = 'shell',
    buffers: Buffer[] = [],
  ): Promise<Result> {
    const frames = [...encodeMessage(type, content, undefined, key), ...buffers];
    const { msg_id } = JSON.parse(String(frames[2])) as { msg_id: string };
    const result = new Promise<Result>((resolve, reject) => {
      this.#pending.set(msg_id, { idle: false, outputs: [], resolve, reject });
    });
    result.catch(() => {}); // not every request is waited for
    this.#sent[channel] = this.#sent[channel].then(() => this.#sockets[channel].send(frames));
    return result;
  }

  execute(code: string, options: Content = {}): Promise<Result> {
    return this.request('execute_request', {
      code,
      silent: false,
      store_history: true,
      stop_on_error: true,
      allow_stdin: this.answer !== undefined,
      ...options,
    });
  }

  /** As Jupyter interrupts: by signal, on Windows, where a signal is the end of a process, by message. */
  interrupt(): void {
    if (process.platform === 'win32') void this.request('interrupt_request', {}, 'control');
    else this.process.kill('SIGINT');
  }

  /** Interrupts, by signal unless told otherwise, until `result` comes: on a busy machine a cell may begin late. */
  async interruptUntil<T>(result: Promise<T>, interrupt = () => this.interrupt()): Promise<T> {
    const interrupting = setInterval(interrupt, 300);
    try {
      return await result;
    } finally {
      clearInterval(interrupting);
    }
  }

  async #untilSubscribed(complaint = () => ''): Promise<void> {
    while (!this.arrived.some(({ header }) => header.msg_type === 'status')) {
      if (this.process.exitCode !== null) throw new Error(`the kernel did not start: ${complaint()}`);
      await Promise.race([this.request('kernel_info_request', {}), pause(100)]);
    }
  }

  /** Ends the kernel and closes the sockets. */
  async stop(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill('SIGKILL');
      await once(this.process, 'exit');
    }
    this.close();
    rmSync(this.folder, { recursive: true });
  }

  /** Leaves the kernel to its other clients. */
  close(): void {
    for (const socket of [...Object.values(this.#sockets), this.#iopub]) socket.close();
  }

  async #answer({ header, content }: Message): Promise<void> {
    const value = this.answer?.(String(content['prompt']));
    if (value !== undefined)
      await this.#sockets.stdin.send(encodeMessage('input_reply', { value }, header, key));
  }

  async #receive(socket: Dealer | Subscriber): Promise<void> {
    for await (const frames of socket) {
      const message = decodeMessage(frames as Buffer[], key);
      this.arrived.push(message);
      const pending = this.#pending.get(message.parent.msg_id ?? '');
      if (!pending) continue;
      const { msg_type } = message.header;
      if (msg_type === 'input_request') void this.#answer(message);
      if (msg_type.endsWith('_reply')) pending.reply = message.content;
      else if (!['status', 'input_request'].includes(msg_type)) pending.outputs.push(message);
      else if (message.content['execution_state'] === 'idle') pending.idle = true;
      if (pending.reply && pending.idle) pending.resolve(summary(pending.reply, pending.outputs));
    }
  }
}

function summary(reply: Content, outputs: Message[]): Result {
  const result = ({ content }: Message): string =>
    `${(content['data'] as Record<string, string>)['text/plain']}\n`;
  const text = (name: string): string =>
    outputs
      .map(output => {
        if (output.header.msg_type === 'execute_result') return name === 'stdout' ? result(output) : '';
        return output.content['name'] === name ? output.content['text'] : '';
      })
      .join('');
  const errors = outputs.filter(({ header }) => header.msg_type === 'error').map(({ content }) => content);
  return { reply, outputs, stdout: text('stdout'), stderr: text('stderr'), errors };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** Below the range from which the system gives ports to others: they stay free until the kernel takes them. */
async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  while (ports.length < count) {
    const port = 10_000 + Math.floor(22_000 * Math.random());
    const server = createServer().listen(port, '127.0.0.1');
    const free = await once(server, 'listening').catch(() => undefined);
    server.close();
    if (free && !ports.includes(port)) ports.push(port);
  }
  return ports;
}
