import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

const driver = '/usr/bin/WebKitWebDriver';
const display = '/usr/bin/Xvfb';
const miniBrowser = ['x86_64', 'aarch64']
  .map(machine => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
  .find(path => existsSync(path));

/** Why this machine has no WebKit that tests can drive; undefined where it has. */
export const noWebKit: string | undefined =
  existsSync(driver) && existsSync(display) && miniBrowser
    ? undefined
    : 'no WebKit (Debian has it in webkit2gtk-driver and xvfb)';

/** Debian's WebKitGTK, driven by WebDriver, on a display that nobody sees. */
export class WebKit {
  private constructor(
    private readonly programs: readonly ChildProcess[],
    private readonly session: string,
  ) {}

  static async launch(): Promise<WebKit> {
    const screen = spawn(display, ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const number = await new Promise<string>(resolve => {
      screen.stdout.once('data', data => resolve(String(data).trim()));
    });
    const port = await freePort();
    const env = { ...process.env, DISPLAY: `:${number}`, NO_AT_BRIDGE: '1' };
    const server = spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' });
    const url = `http://127.0.0.1:${port}`;
    while (!(await fetch(`${url}/status`).catch(() => undefined))) await setTimeout(50);
    const options = { binary: miniBrowser, args: ['--automation'] };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
    const { sessionId } = (await ask(`${url}/session`, { capabilities })) as { sessionId: string };
    return new WebKit([server, screen], `${url}/session/${sessionId}`);
  }

  async goto(url: string): Promise<void> {
    await ask(`${this.session}/url`, { url });
  }

  /** The value of an expression in the page. */
  evaluate(expression: string): Promise<unknown> {
    return ask(`${this.session}/execute/sync`, { script: `return (${expression})`, args: [] });
  }

  async close(): Promise<void> {
    await fetch(this.session, { method: 'DELETE' }).catch(() => undefined);
    for (const program of this.programs) program.kill();
  }
}

async function ask(url: string, body: object): Promise<unknown> {
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  const { value } = (await answer.json()) as { value: unknown };
  if (!answer.ok) throw new Error(`${url}: ${JSON.stringify(value)}`);
  return value;
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
