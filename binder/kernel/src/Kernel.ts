import type { Executor } from 'tslab/dist/executor';
import { answerAboutCode, isQuestion } from './answerAboutCode';
import { BuiltIns } from './BuiltIns';
import { Cell } from './Cell';
import type { Publish } from './createPublisher';
import { describeFailure } from './describeFailure';
import { evaluate } from './evaluate';
import { farewell, isFarewell } from './farewell';
import { guard, guardTimers } from './guard';
import { ExecutionQueue, type Outcome } from './ExecutionQueue';
import { History } from './History';
import { kernelInfo } from './kernelInfo';
import { Interrupted } from './Interrupted';
import { loadTslab } from './loadTslab';
import type { Content, Header, Message } from './message';
import { settled } from './settled';
import { takeInterrupt, throwIfInterrupted } from './sigint';
import { clearInterval, setImmediate, setInterval, setTimeout } from './timers';

/** Sends an answer to whoever sent `request`. */
export type Reply = (type: string, content: Content) => void;

/** The kernel: what each request of the Jupyter protocol does. */
export class Kernel {
  readonly #queue = new ExecutionQueue(
    request => this.#execute(request),
    request => this.#abort(request),
  );
  readonly #replies = new WeakMap<Message, Reply>();
  /** Failures of cells that had ended: they fail the cell that ends next, so that no runner takes the notebook for sound. */
  readonly #late: unknown[] = [];
  #executor: Executor | undefined;
  #builtIns: BuiltIns | undefined;
  readonly #history = new History();
  #count = 0;
  /** Has the kernel wait no longer for the cell that is running. */
  #giveUp: () => void = () => {};
  #running: Cell | undefined;
  #last: Cell | undefined;

  /**
   * @param publish Sends a message to every front end.
   * @param log Writes to the log of the Jupyter server.
   */
  constructor(
    private readonly publish: Publish,
    private readonly log: (line: string) => void,
  ) {}

  /** The cell that what happens now belongs to: its own, else the one that ran last. */
  get cell(): Cell | undefined {
    return Cell.current() ?? this.#running ?? this.#last;
  }

  /** Whether tslab is loaded. */
  get warm(): boolean {
    return this.#executor !== undefined;
  }

  /** tslab, loaded when first needed. */
  get executor(): Executor {
    if (this.#executor) return this.#executor;
    this.#executor = loadTslab({
      show: (type, content) => this.cell?.show(type, content),
      enter: () => {
        throwIfInterrupted();
        this.#builtIns?.lend();
      },
      own: work => this.own(work),
    });
    guardTimers();
    this.#builtIns = new BuiltIns();
    return this.#executor;
  }

  /** Whether a cell is running. */
  get runs(): boolean {
    return this.#running !== undefined;
  }

  /** Does the kernel's own work, with the built-in objects as they were before any cell patched them. */
  own<T>(work: () => T): T {
    return this.#builtIns ? this.#builtIns.own(work) : work();
  }

  /** Answers a request; those that only ask are answered at once, also while a cell awaits something. */
  handle(request: Message, reply: Reply): void {
    const type = request.header.msg_type;
    if (type === 'execute_request') {
      this.#replies.set(request, reply);
      this.#queue.add(request);
      return;
    }
    this.#status('busy', request.header);
    const answer = this.#answer(type, request);
    if (answer) reply(type.replace('_request', '_reply'), answer);
    this.#status('idle', request.header);
    if (this.#running) this.#status('busy', this.#running.request.header);
  }

  /** Stops the cell that is running, if there is one. */
  interrupt(): void {
    const cell = this.#running;
    if (!cell) return;
    const end = (): void => {
      if (cell !== this.#running) return;
      this.#executor?.interrupt();
      setTimeout(this.#giveUp, patience);
    };
    if (cell.heeds) setTimeout(end, patience);
    else end();
    cell.interrupt();
  }

  /** Takes an exception that nobody caught: it fails its cell, or, when that has ended, the cell that ends next. */
  fail(error: unknown): void {
    const cell = this.cell;
    if (Interrupted.bySignal(error)) {
      this.interrupt();
    } else if (cell && cell === this.#running) {
      cell.fail(error);
    } else if (error !== cell?.signal.reason) {
      const failure = describeFailure(error);
      this.#late.push(error);
      this.log(failure.traceback.join('\n'));
      cell?.show('error', { ...failure });
    }
  }

  #answer(type: string, { header, content }: Message): Content | undefined {
    try {
      if (isQuestion(type)) return answerAboutCode(type, content, () => this.executor);
      switch (type) {
        case 'kernel_info_request':
          return kernelInfo;
        case 'comm_info_request':
          return { status: 'ok', comms: {} };
        case 'comm_open': // There are no widgets here to open one to.
          this.publish('comm_close', { comm_id: content['comm_id'], data: {} }, header);
          return undefined;
        case 'history_request':
          return this.#history.answer(content);
        case 'interrupt_request':
          this.interrupt();
          return { status: 'ok' };
        case 'shutdown_request':
          return { status: 'ok', restart: content['restart'] === true };
        default:
          return undefined;
      }
    } catch (error) {
      return { status: 'error', ...describeFailure(error) };
    }
  }

  async #execute(request: Message): Promise<Outcome> {
    const { header, content } = request;
    const code = String(content['code']);
    const silent = content['silent'] === true;
    const ends = isFarewell(code, this.executor.locals);
    const stored = !silent && content['store_history'] !== false;
    if (stored) this.#count += 1;
    const publish: Publish = silent ? () => {} : this.publish;
    const cell = new Cell(request, this.#count, (type, message) =>
      this.own(() => publish(type, message, header)),
    );
    this.#running = this.#last = cell;
    this.#status('busy', header);
    publish('execute_input', { code, execution_count: cell.count }, header);
    takeInterrupt(); // It came before this cell.
    const interrupts = setInterval(() => takeInterrupt() && this.own(() => this.interrupt()), watch);
    try {
      if (!ends) await this.#run(cell, code);
    } catch (error) {
      this.own(() => cell.fail(error));
    }
    clearInterval(interrupts);
    this.#builtIns?.takeBack();
    await settled();
    this.#builtIns?.takeBack();
    cell.flush();
    this.#running = undefined;
    if (stored) this.#history.add(cell.count, code, cell.result ?? null);
    const failures = [...cell.failures, ...this.#late.splice(0)].map(describeFailure);
    for (const failure of failures) publish('error', { ...failure }, header);
    const result = failures[0]
      ? { status: 'error', ...failures[0] }
      : {
          status: 'ok',
          payload: ends ? [farewell] : [],
          user_expressions: evaluate(content['user_expressions']),
        };
    return {
      reply: () => this.#finish(request, { ...result, execution_count: cell.count }),
      abortsQueued: failures.length > 0 && content['stop_on_error'] !== false,
    };
  }

  /**
   * Compiles and runs a cell in a turn of its own, which what follows an `await` shares. Nothing of the kernel may be
   * continued in that turn: an interrupt would break it.
   */
  #run(cell: Cell, code: string): Promise<unknown> {
    return new Promise<unknown>((resolve, reject) => {
      this.#giveUp = () => reject(cell.signal.reason);
      setImmediate(() => {
        const result = cell.run(() => this.executor.execute(code));
        // The cell may have patched promises.
        this.own(() =>
          result.then(
            value => setImmediate(resolve, value),
            (error: unknown) => setImmediate(reject, error),
          ),
        );
        cell.run(() => guard(() => {}));
      });
    });
  }

  #abort(request: Message): void {
    this.#status('busy', request.header);
    this.#finish(request, { status: 'aborted' });
  }

  #finish(request: Message, content: Content): void {
    this.#replies.get(request)?.('execute_reply', content);
    this.#status('idle', request.header);
  }

  #status(state: 'busy' | 'idle', parent: Header): void {
    this.publish('status', { execution_state: state }, parent);
  }
}

/** How long, in ms, an interrupted cell has to end in order, and then to end at all: SIGINT may have broken what would. */
const patience = 100;

/** How often, in ms, to look for a signal that has broken nothing, because its cell awaits something. */
const watch = 50;
