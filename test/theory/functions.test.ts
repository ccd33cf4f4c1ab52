import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  crossEntropy,
  halfSquaredError,
  logit,
  relu,
  sigmoid,
  softplus,
  squaredError,
} from '../../lib/src/index.ts';
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

test('a certain prediction costs 0 or Infinity, never NaN', () => {
  expect(
    [crossEntropy(1, 1), crossEntropy(0, 0), crossEntropy(1, 0), crossEntropy(0, 1)].map(Math.abs),
  ).toEqual([0, 0, Infinity, Infinity]);
});

test('relu keeps the positive; the two squared errors differ by their ½', () => {
  expect([-2, 0, 3].map(relu)).toEqual([0, 0, 3]);
  expect([squaredError(9, 10), halfSquaredError(9, 10)]).toEqual([1, 0.5]);
});
