import { StringDecoder } from 'node:string_decoder';

/**
 * Sends what is written to `process.stdout` and `process.stderr` to `print` instead.
 *
 * @returns Writes a line to the real stderr: the log of the Jupyter server.
 */
export function captureOutput(print: (stream: string, text: string) => void): (line: string) => void {
  const log = process.stderr.write.bind(process.stderr);
  for (const name of ['stdout', 'stderr'] as const) {
    const decoder = new StringDecoder();
    const write = (
      chunk: string | Uint8Array,
      encoding?: BufferEncoding | ((error?: Error) => void),
      done?: (error?: Error) => void,
    ): boolean => {
      print(name, typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk)));
      const callback = typeof encoding === 'function' ? encoding : done;
      if (callback) callSoon(callback);
      return true;
    };
    process[name].write = write;
  }
  return line => void log(`${line}\n`);
}

const waiting = new Map<() => void, number>();

/** Calls `callback` in a microtask. A million prints in a row, each with the same one of `console`, wait as one. */
function callSoon(callback: () => void): void {
  if (waiting.size === 0) {
    queueMicrotask(() => {
      const calls = [...waiting];
      waiting.clear();
      for (const [call, times] of calls) for (let i = 0; i < times; i++) call();
    });
  }
  waiting.set(callback, (waiting.get(callback) ?? 0) + 1);
}
