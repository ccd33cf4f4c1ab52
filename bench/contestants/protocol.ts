import { createInterface } from 'node:readline';

/** What every contestant is given once: 150 points to train on and 50 to validate on after each epoch. */
export interface Task {
  readonly X: number[][];
  readonly y: number[][];
  readonly XTest: number[][];
  readonly yTest: number[][];
}

/** One network of section 10 to train on the task. */
export interface Training {
  /** Of all four dropout layers; 0 leaves them out. */
  readonly rate: number;
  readonly epochs: number;
  readonly batchSize: number;
  /** Units of each hidden layer. Default 64. */
  readonly width?: number;
}

/** Many networks of section 10, each on data of its own, judged on fresh points. */
export interface Seeds {
  readonly seeds: number;
  readonly rates: readonly number[];
  readonly epochs: number;
  readonly batchSize: number;
  readonly points: number;
  readonly freshPoints: number;
}

/** How long it took and what came out (validation loss, accuracies), so that nobody wins by not learning. */
export interface Timing<Result = number> {
  readonly ms: number;
  readonly result: Result;
}

/** What a contestant can do, by the name of the request: `{ "train": {…} }`. */
export type Handlers = Readonly<Record<string, (task: Task, request: never) => unknown>>;

/** Serves a contestant: a greeting with its version, then one answer per line for each request on stdin. */
export async function serve(version: string, handlers: Handlers): Promise<void> {
  const answer = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);
  let task: Task | undefined;
  answer({ version });
  for await (const line of createInterface({ input: process.stdin })) {
    const [[name, request]] = Object.entries(JSON.parse(line) as Record<string, never>);
    if (name === 'data') {
      task = request;
      answer({});
    } else {
      const start = performance.now();
      const result = await handlers[name](task!, request);
      answer({ ms: performance.now() - start, result });
    }
  }
}
