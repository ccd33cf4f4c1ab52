/** The TypeScript compiler itself failed on a cell, which is not to say that the cell is wrong. */
export class CompilerFailure extends Error {
  override readonly name = 'CompilerFailure';

  constructor(cause: unknown) {
    const tooDeep = cause instanceof RangeError;
    super(
      tooDeep
        ? 'The TypeScript compiler ran out of stack: split this cell’s deepest expression or longest chain into several statements.'
        : `The TypeScript compiler failed on this cell: ${String(cause)}`,
      { cause },
    );
  }
}
