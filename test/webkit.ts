import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

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

  static async launch(colorScheme: 'light' | 'dark' = 'light'): Promise<WebKit> {
    const screen = spawn(display, ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const number = await new Promise<string>(resolve => {
      screen.stdout.once('data', data => resolve(String(data).trim()));
    });
    const port = await freePort();
    const theme = colorScheme === 'dark' ? 'Adwaita:dark' : 'Adwaita';
    const env = { ...process.env, DISPLAY: `:${number}`, NO_AT_BRIDGE: '1', GTK_THEME: theme };
    const server = spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' });
    const url = `http://127.0.0.1:${port}`;
    while (!(await fetch(`${url}/status`).catch(() => undefined))) await setTimeout(50);
    const options = { binary: miniBrowser, args: ['--automation'] };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
    const { sessionId } = (await ask(`${url}/session`, { capabilities })) as { sessionId: string };
    const webkit = new WebKit([server, screen], `${url}/session/${sessionId}`);
    await ask(`${webkit.session}/window/rect`, { x: 0, y: 0, width: 1280, height: 900 });
    return webkit;
  }

  /** Opens a page in a frame of this width: the tools of the window keep it wider than a phone. */
  async goto(url: string, width: number): Promise<void> {
    const path = join(mkdtempSync(join(tmpdir(), 'webkit-')), 'frame.html');
    const style = `border: 0; width: ${width}px; height: 100vh`;
    writeFileSync(path, `<!DOCTYPE html><body style="margin: 0"><iframe src="${url}" style="${style}">`);
    await ask(`${this.session}/url`, { url: pathToFileURL(path).href });
    await ask(`${this.session}/frame`, { id: 0 });
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
