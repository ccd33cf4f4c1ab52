import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A process of its own that trains on request: nobody's compiler or garbage collector disturbs another's run. */
export interface Contestant {
  /** What it said when it started: its version. */
  readonly greeting: Readonly<Record<string, unknown>>;
  ask<Answer>(request: unknown): Promise<Answer>;
  close(): Promise<void>;
}

/** Starts a contestant. @throws Error with the end of its stderr when it ends before it has answered. */
export async function start(command: string, args: readonly string[]): Promise<Contestant> {
  const child = spawn(command, args, { stdio: 'pipe' });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = failure(command, child);
  const next = async (): Promise<unknown> => {
    const { value, done } = await Promise.race([answers.next(), ended]);
    return done ? ended : JSON.parse(value);
  };
  return {
    greeting: (await next()) as Record<string, unknown>,
    async ask<Answer>(request: unknown) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      return (await next()) as Answer;
    },
    async close() {
      const exit = once(child, 'exit');
      child.stdin.end();
      await exit;
    },
  };
}

/** Rejects when the process ends or cannot be started. */
function failure(command: string, child: ChildProcessWithoutNullStreams): Promise<never> {
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)));
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => reject(new Error(`${command} ended with code ${code}: ${said.trim()}`)));
  });
  ended.catch(() => {}); // an orderly end is not awaited by anybody
  return ended;
}
