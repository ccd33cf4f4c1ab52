import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import {
  makeBlobs,
  makeCircles,
  makeClassification,
  makeMoons,
  type Matrix,
  standardize,
  trainTestSplit,
} from '../../lib/src/index.ts';
import { expectClose } from '../expectClose.ts';
import fixture from '../fixtures/sklearn/data.json' with { type: 'json' };

/** A call, by the library's names, and scikit-learn's answer to it. */
export interface Case {
  readonly fn: string;
  readonly options: Record<string, unknown>;
  readonly answer: Record<string, unknown>;
}

const cases = fixture.cases as unknown as readonly Case[];
const script = fileURLToPath(new URL('../fixtures/sklearn/make.py', import.meta.url));

/** Which versions made the fixture. */
export const madeBy: string = fixture['made by'];

/** The fixture's cases for one function, each with a title. */
export function casesOf(fn: string): [string, Case][] {
  return cases.filter(one => one.fn === fn).map(one => [titleOf(one), one]);
}

function titleOf({ options }: Case): string {
  const text = JSON.stringify(options);
  return text.length > 100 ? `${text.slice(0, 97)}...` : text;
}

/** Asserts that the library answers as scikit-learn does: integers and names exactly, numbers to 1e-12. */
export function expectAgreement({ fn, options, answer }: Case): void {
  expectSame(answers[fn](options as never), answer);
}

const plain = ({ X, y }: { X: Matrix; y: Int32Array }): Record<string, unknown> => ({
  X: X.toArray(),
  y: Array.from(y),
});

const answers: Record<string, (options: never) => Record<string, unknown>> = {
  makeMoons: options => plain(makeMoons(options)),
  makeCircles: options => plain(makeCircles(options)),
  makeBlobs: options => {
    const blobs = makeBlobs(options);
    return { ...plain(blobs), centers: blobs.centers.toArray() };
  },
  makeClassification: options => {
    const made = makeClassification(options);
    return { ...plain(made), features: made.features };
  },
  trainTestSplit: ({ n, ...options }: { n: number }) => {
    const rows = Array.from({ length: n }, (_, i) => i);
    const { XTrain, XTest, yTrain, yTest } = trainTestSplit(
      rows.map(i => [i]),
      rows,
      options,
    );
    expect([XTrain.column(0), XTest.column(0)]).toEqual([yTrain, yTest]);
    return { train: yTrain, test: yTest };
  },
  standardize: ({ train, test }: { train: number[][]; test: number[][] }) => {
    const { X, mean, scale } = standardize(train);
    const scaled = standardize(test, { mean, scale }).X;
    return { train: X.toArray(), test: scaled.toArray(), mean: Array.from(mean), scale: Array.from(scale) };
  },
};

function expectSame(actual: unknown, expected: unknown): void {
  if (typeof expected === 'number') return expectClose(actual as number, expected);
  if (typeof expected !== 'object' || expected === null) return expect(actual).toBe(expected);
  expect(Object.keys(actual as object)).toEqual(Object.keys(expected));
  for (const [key, value] of Object.entries(expected))
    expectSame((actual as Record<string, unknown>)[key], value);
}

/** Asks the scikit-learn of this machine: a Python named by `PYTHON`, or the first on the PATH that has it. */
export function askScikitLearn(questions: readonly Omit<Case, 'answer'>[]): Case[] | undefined {
  for (const python of [process.env.PYTHON, 'python3', 'python']) {
    try {
      if (!python) continue;
      execFileSync(python, ['-c', 'import sklearn'], { stdio: 'ignore' });
    } catch {
      continue;
    }
    return JSON.parse(
      execFileSync(python, [script, '--answer'], { input: JSON.stringify(questions) }).toString(),
    );
  }
  return undefined;
}
