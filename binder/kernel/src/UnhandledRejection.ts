import { Interrupted } from './Interrupted';

/** A promise was rejected and nobody caught it. */
export class UnhandledRejection extends Error {
  override readonly name = 'UnhandledRejection';

  private constructor(readonly reason: unknown) {
    super();
  }

  /** What fails the cell: that an interrupt rejects promises is its purpose. */
  static from(reason: unknown): unknown {
    return reason instanceof Interrupted ? reason : new UnhandledRejection(reason);
  }
}
