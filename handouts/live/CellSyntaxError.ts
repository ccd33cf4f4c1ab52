import type { Place } from './Patch.ts';

/** A cell that cannot be run as it is written: why, and where. */
export class CellSyntaxError extends Error {
  override name = 'SyntaxError';

  constructor(
    message: string,
    readonly place: Place,
  ) {
    super(message);
  }
}
