import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectation, maskProbabilities, variance } from '../../lib/src/index.ts';
import { expectClose } from '../expectClose.ts';
import { anyNumber } from './support.ts';

const anyWeighted = fc.integer({ min: 0, max: 6 }).chain(n =>
  fc.record({
    values: fc.array(anyNumber, { minLength: 2 ** n, maxLength: 2 ** n }),
    probabilities: fc.double({ min: 0, max: 1, noNaN: true }).map(rate => maskProbabilities(n, rate)),
  }),
);

test('the expectation of a constant is the constant and its variance 0', () => {
  const probabilities = maskProbabilities(6, 0.3);
  const sevens = probabilities.map(() => 7);
  expectClose(expectation(sevens, probabilities), 7);
  expectClose(variance(sevens, probabilities), 0);
});

test('E[a v + b] = a E[v] + b and Var[a v + b] = a² Var[v]', () => {
  fc.assert(
    fc.property(anyWeighted, anyNumber, anyNumber, ({ values, probabilities }, a, b) => {
      const mapped = values.map(v => a * v + b);
      expectClose(expectation(mapped, probabilities), a * expectation(values, probabilities) + b);
      expectClose(variance(mapped, probabilities), a * a * variance(values, probabilities));
    }),
  );
});

test('Var[v] = E[v²] − E[v]²', () => {
  fc.assert(
    fc.property(anyWeighted, ({ values, probabilities }) => {
      const squares = values.map(v => v * v);
      const mean = expectation(values, probabilities);
      expectClose(variance(values, probabilities), expectation(squares, probabilities) - mean * mean);
    }),
  );
});

test('the sum is compensated: 1 survives beside two numbers of 2e16 that cancel, where a plain sum loses it', () => {
  const values = [8e16, 4, -8e16, 0];
  expect(values.reduce((sum, v) => sum + v / 4, 0)).toBe(0);
  expect(expectation(values, [0.25, 0.25, 0.25, 0.25])).toBe(1);
});
