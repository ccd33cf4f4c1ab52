import { describe } from '../describe';
import type { Exercise, Expectation, FunctionExercise, TestedExercise, ValueExercise } from './exercise';

/** How an answer stands, and what to tell the student. */
export interface Judgment {
  readonly verdict: 'right' | 'wrong' | 'open';
  readonly message: string;
}

/** An answer closer than this is told to be close. */
const CLOSE = 0.01;

const open: Judgment = {
  verdict: 'open',
  message: 'replace the stub with your answer, then run this cell again.',
};

const returnsNothing: Judgment = {
  verdict: 'open',
  message: 'your function returns nothing yet. Write its body, with a `return`, then run both cells again.',
};

const unrepaired: Judgment = {
  verdict: 'open',
  message: 'find the fault and repair it, then run this cell again.',
};

/** Judges an answer; `undefined`, or a function that returns it, is an open exercise. Never throws. */
export function judge(exercise: Exercise, answer: unknown): Judgment {
  if (answer === undefined) return open;
  try {
    if ('passes' in exercise) return judgeTested(exercise, answer);
    return 'calls' in exercise ? judgeFunction(exercise, answer) : judgeValue(exercise, answer);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { verdict: 'wrong', message: `your answer threw an error: ${reason}` };
  }
}

function judgeValue({ expected, hints = [], ...exercise }: ValueExercise, answer: unknown): Judgment {
  const { tolerance = 1e-6, because = '' } = exercise;
  if (meets(answer, expected, tolerance)) return { verdict: 'right', message: because };
  const hint = hints.find(([pattern]) => meets(answer, pattern, tolerance));
  const close = typeof expected !== 'function' && meets(answer, expected, CLOSE);
  const otherwise = close
    ? 'your answer is close. Give more digits, or compute it.'
    : `${describe(answer)} is not correct.`;
  return { verdict: 'wrong', message: hint?.[1] ?? otherwise };
}

function judgeFunction(exercise: FunctionExercise, answer: unknown): Judgment {
  const { calls, faulty, expected, hints = [], tolerance = 1e-6, because = '' } = exercise;
  if (typeof answer !== 'function') return noFunction(answer);
  const results = (f: unknown): unknown[] =>
    calls.map(args => (f as (...args: unknown[]) => unknown)(...(copied(args) as unknown[])));
  const returned = results(answer);
  if (returned.every(value => value === undefined)) return returnsNothing;
  if (faulty && equal(returned, results(faulty), tolerance)) return unrepaired;
  const wrong = results(expected).findIndex((value, k) => !equal(returned[k], value, tolerance));
  if (wrong < 0) return { verdict: 'right', message: because };
  const hint = hints.find(([pattern]) => equal(returned, results(pattern), tolerance));
  const args = (calls[wrong] as readonly unknown[]).map(describe).join(', ');
  const otherwise = `for (${args}) your function returns ${describe(returned[wrong])}, which is not correct.`;
  return { verdict: 'wrong', message: hint?.[1] ?? otherwise };
}

function judgeTested(exercise: TestedExercise, answer: unknown): Judgment {
  const { isStub, faulty, passes, hints, because = '' } = exercise;
  if (typeof answer !== 'function') return noFunction(answer);
  if (isStub(answer as never)) return faulty ? unrepaired : returnsNothing;
  if (passes(answer as never)) return { verdict: 'right', message: because };
  const hint = hints.find(([applies]) => applies(answer as never))?.[1] ?? 'your function is not correct.';
  return { verdict: 'wrong', message: typeof hint === 'string' ? hint : hint(answer as never) };
}

function noFunction(answer: unknown): Judgment {
  return { verdict: 'wrong', message: `the answer must be a function. Got ${describe(answer)}.` };
}

/** Lists of its own for every call: an answer that sorts its argument in place spoils no other call. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  return value;
}

function meets(answer: unknown, expected: Expectation, tolerance: number): boolean {
  return typeof expected === 'function' ? expected(answer as never) : equal(answer, expected, tolerance);
}

/** Equality of all numbers, words and truth values in two values, in order: a matrix equals the list of its rows. */
function equal(answer: unknown, expected: unknown, tolerance: number): boolean {
  const [ours, theirs] = [leaves(expected), leaves(answer)];
  return ours.length === theirs.length && ours.every((leaf, k) => equalLeaf(theirs[k], leaf, tolerance));
}

function equalLeaf(answer: unknown, expected: unknown, tolerance: number): boolean {
  if (typeof expected === 'number' && typeof answer === 'number') {
    if (Object.is(answer, expected)) return true;
    return Math.abs(answer - expected) <= tolerance * (Number.isInteger(expected) ? 1 : Math.abs(expected));
  }
  if (typeof expected === 'string') return String(answer).toLowerCase() === expected.toLowerCase();
  return answer === expected;
}

function leaves(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (ArrayBuffer.isView(value) && 'length' in value) return Array.from(value as Float64Array);
  if (typeof value === 'object' && value !== null && 'data' in value) return leaves(value.data);
  return [value];
}
