import { describe } from '../describe';
import { Matrix } from '../numpy/matrix';
import { display } from './display';
import { escapeHtml } from './html';

/** A value to be equal to, or a function that says whether an answer is meant. */
export type Expectation = number | boolean | string | MatrixAnswer | ((answer: never) => boolean);

type MatrixAnswer = Matrix | readonly number[] | readonly (readonly number[])[];

/** What a check knows about an exercise. */
export interface Check {
  readonly expected: Expectation;
  /** How far a number may be off, whole numbers absolutely and others relatively; 1e-6. */
  readonly tolerance?: number;
  /** A word for typical wrong answers; the first that fits is shown. */
  readonly hints?: readonly (readonly [Expectation, string])[];
  /** What a right answer is told. */
  readonly because?: string;
}

/** A rounded answer is no further off. */
const CLOSE = 0.01;

const VERDICTS = {
  right: { sign: '✔', word: 'Right', colour: '#009e73' },
  wrong: { sign: '✘', word: 'Not yet', colour: '#d55e00' },
  open: { sign: '…', word: 'Your turn', colour: '#e69f00' },
} as const;

/**
 * Says whether the answer to an exercise is right, with a word for typical wrong ones. It never throws: an exercise
 * that is still open stops neither "Run All" nor a handout. Case does not matter in words. Text between backticks is set as code.
 *
 * @param exercise the question in a few words
 * @param answer `undefined` while it is open; an answer that is a function is handed to a function in `expected`
 * @example
 * check('units kept', kept, {
 *   expected: 48,
 *   hints: [[16, 'So many fall: `rate` is the probability to drop.']],
 *   because: 'A quarter of the 64 units falls.',
 * });
 */
export function check(
  exercise: string,
  answer: unknown,
  { expected, tolerance = 1e-6, hints = [], because = '' }: Check,
): void {
  if (answer === undefined) {
    show('open', exercise, 'replace the stub by your answer, then run this cell again.');
    return;
  }
  try {
    if (meets(answer, expected, tolerance)) return show('right', exercise, because);
    const hint = hints.find(([pattern]) => meets(answer, pattern, tolerance));
    const otherwise = meets(answer, expected, CLOSE)
      ? 'close: give more digits, or compute it.'
      : `${describe(answer)} is not it.`;
    show('wrong', exercise, hint?.[1] ?? otherwise);
  } catch (error) {
    show('wrong', exercise, `your answer made an error: ${error instanceof Error ? error.message : error}`);
  }
}

function meets(answer: unknown, expected: Expectation, tolerance: number): boolean {
  if (typeof expected === 'function') return expected(answer as never);
  if (typeof expected === 'number' || typeof expected === 'object') {
    const [ours, theirs] = [flat(expected), flat(answer)];
    return (
      ours.length === theirs.length &&
      ours.every((x, k) => Math.abs(x - theirs[k]) <= tolerance * (Number.isInteger(x) ? 1 : Math.abs(x)))
    );
  }
  if (typeof expected === 'string') return String(answer).toLowerCase() === expected.toLowerCase();
  return answer === expected;
}

/** The numbers in a number, an array, a matrix; an empty list for anything else. */
function flat(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value instanceof Matrix) return Array.from(value.data);
  if (ArrayBuffer.isView(value) && 'length' in value) return Array.from(value as Float64Array);
  return Array.isArray(value) ? value.flatMap(flat) : [];
}

function show(verdict: keyof typeof VERDICTS, exercise: string, message: string): void {
  const { sign, word, colour } = VERDICTS[verdict];
  const said = message && `: ${message}`;
  const html = escapeHtml(said).replace(/`([^`]+)`/g, '<code>$1</code>');
  const style = `border-left:.4em solid ${colour};background:${colour}22;padding:.5em 1em`;
  display({
    'text/html': `<div role="status" style="${style}">${sign} <strong>${word}</strong> (${escapeHtml(exercise)})${html}</div>`,
    'text/plain': `${sign} ${word} (${exercise})${said}`,
  });
}
