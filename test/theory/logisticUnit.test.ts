import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  crossEntropy,
  crossEntropyPenalty,
  dropoutOutputs,
  ensembleOutput,
  expectation,
  type LinearUnit,
  logisticPenalty,
  logisticPenaltyApproximation,
  maskProbabilities,
  sigmoid,
} from '../../lib/src/index.ts';
import { expectClose } from '../expectClose.ts';
import { EXACT } from '../tolerances.ts';
import { anyRate, anyUnit } from './support.ts';

const two = (w1: number, w2: number): LinearUnit => ({
  inputs: [1, 1],
  weights: [w1, w2],
  rate: 0.5,
  scaling: 'inverted',
});
const one = (w: number, rate: number): LinearUnit => ({
  inputs: [1],
  weights: [w],
  rate,
  scaling: 'inverted',
});

/** Approximation / exact for weights 2 and 1, times `scale`. */
function ratio(scale: number): number {
  const unit = two(2 * scale, scale);
  return logisticPenaltyApproximation(unit) / logisticPenalty(unit);
}

/** Inputs small enough that ln(1 − σ) keeps its digits under every mask. */
const smallUnit = anyUnit.map(unit => ({
  ...unit,
  weights: Array.from(unit.weights, w => w * (1 - unit.rate) * 0.2),
}));

test('E[CE] = CE of the scaled unit + penalty, the same for both labels', () => {
  fc.assert(
    fc.property(smallUnit, unit => {
      const probabilities = maskProbabilities(unit.inputs.length, unit.rate);
      const outputs = dropoutOutputs(unit).map(sigmoid);
      for (const label of [0, 1]) {
        const members = expectation(
          outputs.map(o => crossEntropy(label, o)),
          probabilities,
        );
        expectClose(members, crossEntropy(label, sigmoid(ensembleOutput(unit))) + logisticPenalty(unit));
      }
      expectClose(logisticPenalty(unit), crossEntropyPenalty(outputs, probabilities));
    }),
  );
});

test('the penalty is never negative (Jensen)', () => {
  fc.assert(
    fc.property(anyUnit, unit => {
      expect(logisticPenalty(unit)).toBeGreaterThanOrEqual(-EXACT * (1 + Math.abs(ensembleOutput(unit))));
    }),
  );
});

describe('one feature', () => {
  test('the penalty grows with the weight towards ½ ln 2 at rate one half, and never beyond', () => {
    const penalties = [0, 0.5, 1, 2, 4, 8, 16].map(w => logisticPenalty(one(w, 0.5)));
    penalties.slice(1).forEach((penalty, i) => expect(penalty).toBeGreaterThan(penalties[i]));
    expect(Math.max(...penalties)).toBeLessThan(Math.LN2 / 2);
    expectClose(logisticPenalty(one(100, 0.5)), Math.LN2 / 2);
    expect((Math.LN2 / 2).toFixed(6)).toBe('0.346574');
  });

  test('at any rate the bound is rate · ln 2', () => {
    fc.assert(
      fc.property(anyRate, fc.double({ min: -20, max: 20, noNaN: true }), (rate, w) => {
        expect(logisticPenalty(one(w, rate))).toBeLessThanOrEqual(rate * Math.LN2 + EXACT * 400);
      }),
    );
  });
});

test('two features: with w1 = 2 the penalty falls from .2287 (w2 = 0) to .1616 (w2 = 1), then rises to .1778 (w2 = 8)', () => {
  const printed = [0, 1, 2, 8].map(w2 => logisticPenalty(two(2, w2)).toFixed(4));
  expect(printed).toEqual(['0.2287', '0.1616', '0.1643', '0.1778']);
});

test('the quadratic approximation becomes exact for small weights and useless for large ones', () => {
  expect(Math.abs(ratio(0.01) - 1)).toBeLessThan(1e-3);
  expect(Math.abs(ratio(0.1) - 1)).toBeLessThan(0.1);
  expect(ratio(3)).toBeLessThan(0.1);
  const errors = [0.04, 0.02, 0.01].map(scale => Math.abs(ratio(scale) - 1));
  errors.slice(1).forEach((error, i) => expect(errors[i] / error).toBeCloseTo(4, 1));
});
