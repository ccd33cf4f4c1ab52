import type { Message } from './message';

export interface Outcome {
  /** Answers the request: called when it is settled which others fall with it. */
  reply: () => void;
  /** Whether what was asked for before this failure was known is not to run. */
  abortsQueued: boolean;
}

/**
 * Runs requests one after the other in the order they came. When one fails that asked to stop on an error, those sent
 * before its failure was known are aborted; those sent afterwards run.
 */
export class ExecutionQueue {
  readonly #waiting: Message[] = [];
  #running = false;

  /**
   * @param execute Runs a request; never rejects.
   * @param abort Answers a request that is not to run.
   */
  constructor(
    private readonly execute: (request: Message) => Promise<Outcome>,
    private readonly abort: (request: Message) => void,
  ) {}

  add(request: Message): void {
    this.#waiting.push(request);
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let request = this.#waiting.shift(); request; request = this.#waiting.shift()) {
      const { reply, abortsQueued } = await this.execute(request);
      await new Promise(turn => setImmediate(turn));
      const aborted = abortsQueued ? this.#waiting.splice(0) : [];
      reply();
      aborted.forEach(this.abort);
    }
    this.#running = false;
  }
}
