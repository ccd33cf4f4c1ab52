import { AsyncLocalStorage } from 'node:async_hooks';
import { format } from 'node:util';
import type { Content, Message } from './message';
import { Interrupted } from './Interrupted';
import { setTimeout } from './timers';

/** How long, in ms, a print waits for others before all are sent as one message. */
const wait = 50;

/** A message of so many characters, or more, is sent at once: servers and browsers refuse very long ones. */
const longest = 1e6;

/** How long, in ms, an interrupted cell may still print. */
const cleanUp = 500;

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
  /** The value of its last expression, as text. */
  result: string | undefined;
  readonly #interrupt = new AbortController();
  #interruptedAt: number | undefined;
  #asked = false;
  #stream = '';
  #text = '';
  #clears = false;
  /** When the oldest of what waits came, in ms of this process. */
  #since: number | undefined;

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

  /** Whether its code has asked for the signal, to end its work in order, and was not yet told to. */
  get heeds(): boolean {
    return this.#asked && !this.signal.aborted;
  }

  /** The signal, for code that ends in order once it is aborted. */
  heed(): AbortSignal {
    this.#asked = true;
    return this.signal;
  }

  run<T>(code: () => T): T {
    return context.run(this, code);
  }

  interrupt(): void {
    this.#interruptedAt ??= performance.now();
    this.#interrupt.abort(new Interrupted());
  }

  /** Notes that the cell failed; once it is interrupted, that is the one reason. */
  fail(error: unknown): void {
    if (Interrupted.bySignal(error)) this.interrupt();
    const reason = this.signal.aborted ? this.signal.reason : error;
    if (!this.failures.includes(reason)) this.failures.push(reason);
  }

  /**
   * Ends a loop that awaits and prints: nothing else could stop it once its cell is interrupted.
   *
   * @throws Interrupted when the cell was interrupted and has had its time to clean up.
   */
  throwIfOver(): void {
    if (performance.now() - this.#interruptedAt! > cleanUp) throw this.signal.reason;
  }

  /** Prints to `stdout` or `stderr`; what is printed within a short time becomes one message, as long as the stream is the same. */
  print(stream: string, text: string): void {
    this.throwIfOver();
    if (stream !== this.#stream) this.flush();
    this.#stream = stream;
    this.#text += text;
    this.#wait();
  }

  /** Clears what the cell has shown so far; where something new follows soon, together with it, so that nothing flickers. */
  clear(): void {
    this.#text = '';
    this.#clears = true;
    this.#wait();
  }

  /** Shows a display, after what was printed before it. */
  show(type: string, content: Content): void {
    this.flush(true);
    this.publish(type, content, this);
  }

  /** Shows the value of the cell's last expression, as `console.log` would. */
  return(value: unknown): void {
    this.result = format(value);
    const content = { execution_count: this.count, data: { 'text/plain': this.result }, metadata: {} };
    this.show('execute_result', content);
  }

  /**
   * Sends what was printed and not yet sent.
   *
   * @param precedes Whether a display follows at once.
   */
  flush(precedes = false): this {
    const text = this.#text;
    if (this.#clears) this.publish('clear_output', { wait: precedes || text !== '' }, this);
    this.#text = '';
    this.#clears = false;
    this.#since = undefined;
    if (text !== '') this.publish('stream', { name: this.#stream, text }, this);
    return this;
  }

  /** Has what was printed sent in a while, or now if it is long or has waited long in code that gives no one a turn. */
  #wait(): void {
    const now = performance.now();
    if (this.#since === undefined) {
      this.#since = now;
      setTimeout(() => this.flush(), wait);
    } else if (this.#text.length > longest || now - this.#since > wait) {
      this.flush();
    }
  }
}
