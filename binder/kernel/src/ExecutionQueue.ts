import type { Message } from './message';
import { setImmediate } from './timers';

export interface Outcome {
  /** Answers the request; called once the queue knows which other requests it aborts. */
  reply: () => void;
  /** Whether this failure aborts the requests that were sent before the client could know of it. */
  abortsQueued: boolean;
}

/** Resolution of the dates in message headers, in ms. */
const resolution = 1;

/**
 * Runs requests one after the other in the order they came. When one fails that asked to stop on an error, those sent
 * before its failure was known are aborted, also the ones that are still on their way; those sent afterwards run.
 */
export class ExecutionQueue {
  readonly #waiting: Arrival[] = [];
  #running = false;
  /**
   * The session that sent the last failed request, and the moment of the failure by that client's clock. Example: a
   * client, whose clock is an hour slow, sends a cell at 9:00:00; it fails 2 s after it arrived here. What the client
   * dates before 9:00:02 is aborted.
   */
  #failure = { session: '', until: 0 };

  /**
   * @param execute Runs a request; never rejects.
   * @param abort Answers a request that is not to run.
   */
  constructor(
    private readonly execute: (request: Message) => Promise<Outcome>,
    private readonly abort: (request: Message) => void,
  ) {}

  add(request: Message): void {
    const { session, date } = request.header;
    if (session === this.#failure.session && Date.parse(date) < this.#failure.until) {
      this.abort(request);
      return;
    }
    this.#waiting.push({ request, at: performance.now() });
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      const { reply, abortsQueued } = await this.execute(next.request);
      await new Promise(turn => setImmediate(turn));
      const aborted = abortsQueued ? this.#waiting.splice(0) : [];
      if (abortsQueued) {
        const { session, date } = next.request.header;
        this.#failure = { session, until: Date.parse(date) + performance.now() - next.at - resolution };
      }
      reply();
      for (const { request } of aborted) this.abort(request);
    }
    this.#running = false;
  }
}

interface Arrival {
  request: Message;
  /** When it came, in ms of this process. */
  at: number;
}
