import { host } from '../host';
import { type Options, readOptions } from '../options';
import { answerBox, answerLine } from './answerBox';
import type { Exercise } from './exercise';
import { exerciseOf } from './exerciseOf';
import { judge } from './judge';

const table = {
  /** Throw after showing that an answer is wrong or missing; by default only while nbgrader grades. */
  strict: { type: 'boolean', optional: true },
} as const;

export type CheckOptions = Options<typeof table>;

/**
 * Shows whether the answer to an exercise is right, with a hint for typical wrong ones. An exercise that is still open
 * stops neither "Run All" nor a handout; while nbgrader grades, an answer that is not right throws, so that it earns
 * no points.
 *
 * @param exercise the id of an exercise of the course, or an exercise of your own
 * @param answer `undefined`, or a function that returns it, while the exercise is open
 * @throws Error with `strict` when the answer is wrong or missing; RangeError when no exercise has that id
 * @example
 * check('06/variance-of-sum', (h: number[], rate: number) => h.length * rate);
 */
export function check(exercise: string | Exercise, answer: unknown, options: CheckOptions = {}): void {
  const { strict = host.grading ?? false } = readOptions('check', table, options);
  const asked = typeof exercise === 'string' ? exerciseOf('check', exercise) : exercise;
  const { verdict, message } = judge(asked, answer);
  answerBox(verdict, asked.question, message);
  if (strict && verdict !== 'right') throw new Error(answerLine(verdict, asked.question, message));
}
