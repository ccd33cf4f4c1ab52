import type { Executor } from 'tslab/dist/executor';
import { answerAboutCode, isQuestion } from './answerAboutCode';
import { Cell } from './Cell';
import { describeFailure } from './describeFailure';
import { ExecutionQueue, type Outcome } from './ExecutionQueue';
import { kernelInfo } from './kernelInfo';
import { loadTslab } from './loadTslab';
import type { Content, Header, Message } from './message';

/** Sends an answer to whoever sent `request`. */
export type Reply = (type: string, content: Content) => void;
export type Publish = (type: string, content: Content, parent: Header) => void;

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
  #count = 0;
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
    return (this.#executor ??= loadTslab((type, content) => this.cell?.show(type, content)));
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
    const answer = this.#answer(type, request.content);
    if (answer) reply(type.replace('_request', '_reply'), answer);
    this.#status('idle', request.header);
    if (this.#running) this.#status('busy', this.#running.request.header);
  }

  /** Stops the cell that is running, if there is one. */
  interrupt(): void {
    this.#running?.interrupt();
    this.#executor?.interrupt();
  }

  /** Takes an exception that nobody caught: it fails its cell, or, when that has ended, the cell that ends next. */
  fail(error: unknown): void {
    const cell = this.cell;
    if (cell && cell === this.#running) {
      cell.fail(error);
    } else if (error !== cell?.signal.reason) {
      const failure = describeFailure(error);
      this.#late.push(error);
      this.log(failure.traceback.join('\n'));
      cell?.show('error', { ...failure });
    }
  }

  #answer(type: string, content: Content): Content | undefined {
    try {
      if (isQuestion(type)) return answerAboutCode(type, content, this.executor);
      switch (type) {
        case 'kernel_info_request':
          return kernelInfo;
        case 'comm_info_request':
          return { status: 'ok', comms: {} };
        case 'history_request':
          return { status: 'ok', history: [] };
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
    const silent = content['silent'] === true;
    if (!silent && content['store_history'] !== false) this.#count += 1;
    const publish: Publish = silent ? () => {} : this.publish;
    const cell = new Cell(request, this.#count, (type, message) => publish(type, message, header));
    this.#running = this.#last = cell;
    this.#status('busy', header);
    publish('execute_input', { code: content['code'], execution_count: cell.count }, header);
    try {
      await cell.run(() => this.executor.execute(String(content['code'])));
    } catch (error) {
      cell.fail(error);
    }
    await settled();
    cell.flush();
    this.#running = undefined;
    const failures = [...cell.failures, ...this.#late.splice(0)].map(describeFailure);
    for (const failure of failures) publish('error', { ...failure }, header);
    const result = failures[0]
      ? { status: 'error', ...failures[0] }
      : { status: 'ok', payload: [], user_expressions: {} };
    return {
      reply: () => this.#finish(request, { ...result, execution_count: cell.count }),
      abortsQueued: failures.length > 0 && content['stop_on_error'] !== false,
    };
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

/** Waits until promises that were rejected and timers that were due have had their turn. */
function settled(): Promise<void> {
  return new Promise(resolve => setTimeout(() => setImmediate(resolve), 1));
}
