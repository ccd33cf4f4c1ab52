import { AsyncLocalStorage } from 'node:async_hooks';
import type { Content, Message } from './message';
import { Interrupted } from './Interrupted';

/** How long, in ms, a print waits at most for others of the same turn. */
const longestWait = 1000;

const context = new AsyncLocalStorage<Cell>();

export type Publish = (type: string, content: Content, cell: Cell) => void;

/** One execution of a cell: what it prints, shows and throws, however late, belongs to it. */
export class Cell {
  /** The cell whose code is running, also in its timers and promises long after it has ended. */
  static current(): Cell | undefined {
    return context.getStore();
  }

  /** What the cell threw while it ran; the first of these is its result. */
  readonly failures: unknown[] = [];
  readonly #interrupt = new AbortController();
  #stream = '';
  #text = '';
  #since = 0;

  /**
   * @param request The execute_request.
   * @param count The number shown beside the cell.
   * @param publish Sends a message to every front end.
   */
  constructor(
    readonly request: Message,
    readonly count: number,
    private readonly publish: Publish,
  ) {}

  /** Aborted once the cell is interrupted. */
  get signal(): AbortSignal {
    return this.#interrupt.signal;
  }

  run<T>(code: () => T): T {
    return context.run(this, code);
  }

  interrupt(): void {
    this.#interrupt.abort(new Interrupted());
  }

  /** Notes that the cell failed; once it is interrupted, that is the one reason. */
  fail(error: unknown): void {
    if (Interrupted.bySignal(error)) this.interrupt();
    const reason = this.signal.aborted ? this.signal.reason : error;
    if (!this.failures.includes(reason)) this.failures.push(reason);
  }

  /** Prints to `stdout` or `stderr`; the prints of one turn become one message as long as the stream is the same. */
  print(stream: string, text: string): void {
    if (stream !== this.#stream) this.flush();
    if (this.#text === '') {
      this.#stream = stream;
      this.#since = performance.now();
      setImmediate(() => this.flush());
    }
    this.#text += text;
    if (performance.now() - this.#since > longestWait) this.flush();
  }

  /** Shows a display, after what was printed before it. */
  show(type: string, content: Content): void {
    this.flush();
    this.publish(type, content, this);
  }

  /** Sends what was printed and not yet sent. */
  flush(): void {
    if (this.#text === '') return;
    const text = this.#text;
    this.#text = '';
    this.publish('stream', { name: this.#stream, text }, this);
  }
}
