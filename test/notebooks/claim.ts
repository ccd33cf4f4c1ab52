import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';
import { readNotebook } from '../../handouts/readNotebook.ts';
import { statements } from '../../lib/src/course/statements.ts';

/**
 * A test that asserts the evidence for the verdict on one statement of the lecture: the statement's id, the cell that
 * shows it, and what is asserted. The verdict itself is our judgment and stands in `lib/src/course/statements.json`.
 *
 * @example
 * claim('4.2', 'w1-after-training', 'the third column of w1 keeps every bit', async () => { … });
 */
export function claim(statement: string, cell: string, title: string, run: () => void | Promise<void>): void {
  const { testPath } = expect.getState();
  const notebook = basename(testPath ?? '', '.test.ts');
  if (!statements.some(({ id }) => id === statement))
    throw new RangeError(`claim: no statement has the id ${statement}`);
  const cells = readNotebook(`${root}notebooks/${notebook}.ipynb`).cells;
  if (!cells.some(({ id }) => id === cell))
    throw new RangeError(`claim ${statement}: ${notebook} has no cell ${cell}`);
  test(`${statement} · ${cell}: ${title}`, run);
}
