import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossEntropy, halfSquaredError, logit, relu, sigmoid, softplus } from '../../lib/src/index.ts';
import fixture from '../fixtures/theory/theory.json' with { type: 'json' };
import { expectAllClose, expectClose } from '../expectClose.ts';

const { z, p, ...expected } = fixture.functions;

test('sigmoid, softplus and logit are those of SciPy, far out as well', () => {
  expectAllClose(z.map(sigmoid), expected.sigmoid);
  expectAllClose(z.map(softplus), expected.softplus);
  expectAllClose(p.map(logit), expected.logit);
});

test('logit undoes the sigmoid, and the ends are 0 and 1', () => {
  fc.assert(fc.property(fc.double({ min: -5, max: 5, noNaN: true }), x => expectClose(logit(sigmoid(x)), x)));
  expect([sigmoid(-Infinity), sigmoid(Infinity), logit(0), logit(1)]).toEqual([0, 1, -Infinity, Infinity]);
});

test('the cross-entropy of a sigmoid is softplus(z) − y z', () => {
  fc.assert(
    fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.constantFrom(0, 1, 0.3), (x, label) => {
      expectClose(crossEntropy(label, sigmoid(x)), softplus(x) - label * x);
      expectClose(crossEntropy(label, x, { fromLogits: true }), softplus(x) - label * x);
    }),
  );
});

test('a certain prediction costs 0 or Infinity, never NaN, as a probability and as a logit', () => {
  const labels = [1, 0, 1, 0, 0.3];
  const certain = [1, 0, 0, 1, 1];
  const costs = [0, 0, Infinity, Infinity, Infinity];
  expect(labels.map((label, k) => crossEntropy(label, certain[k]))).toEqual(costs);
  const fromLogits = true;
  expect(labels.map((label, k) => crossEntropy(label, logit(certain[k]), { fromLogits }))).toEqual(costs);
});

test('a right prediction costs e^−|z| at a large logit, where softplus(z) − y z rounds to 0', () => {
  expectClose(crossEntropy(1, 40, { fromLogits: true }) / Math.exp(-40), 1);
  expectClose(crossEntropy(0, -40, { fromLogits: true }) / Math.exp(-40), 1);
});

test('what is no probability costs NaN, whatever the label', () => {
  for (const output of [-0.1, 1.5, NaN]) {
    expect([0, 0.3, 1].map(label => crossEntropy(label, output))).toEqual([NaN, NaN, NaN]);
  }
});

test('a misspelt option of the cross-entropy is refused', () => {
  const misspelt = { fromLogit: true } as never;
  expect(() => crossEntropy(1, 0.5, misspelt)).toThrow(
    'crossEntropy: option must be one of \'fromLogits\'. Got "fromLogit".',
  );
});

test('relu keeps the positive, and the lecture’s squared error has its ½', () => {
  expect([-2, 0, 3].map(relu)).toEqual([0, 0, 3]);
  expect(halfSquaredError(9, 10)).toBe(0.5);
});
