/** Why an interrupted cell stopped. */
export class Interrupted extends Error {
  /** Of the error that Node throws when SIGINT ends synchronous code. */
  static readonly code = 'ERR_SCRIPT_EXECUTION_INTERRUPTED';
  override readonly name = 'Interrupted';

  constructor() {
    super('the cell was stopped before it had finished');
  }

  /** Whether `error` is what Node throws when SIGINT ends synchronous code. */
  static bySignal(error: unknown): boolean {
    return (error as { code?: unknown } | null)?.code === Interrupted.code;
  }
}
