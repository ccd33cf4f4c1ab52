import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dropoutOutput,
  dropoutOutputs,
  dropoutPenalty,
  ensembleLoss,
  ensembleOutput,
  expectation,
  expectedActivation,
  expectedDropoutLoss,
  forEachMask,
  lecture,
  type LinearUnit,
  maskProbabilities,
  penaltyCoefficient,
  relu,
  variance,
} from '../../lib/src/index.ts';
import { expectAllClose, expectClose } from '../expectClose.ts';
import { EXACT } from '../tolerances.ts';
import { anyNumber, anyUnit } from './support.ts';

const { unit } = lecture.linearUnit;
const probabilitiesOf = ({ inputs, rate }: LinearUnit): Float64Array =>
  maskProbabilities(inputs.length, rate);

test('dropoutOutputs has dropoutOutput of every mask, in the order of forEachMask', () => {
  fc.assert(
    fc.property(anyUnit, any => {
      const all = dropoutOutputs(any);
      forEachMask(any.inputs.length, any.rate, (delta, _, k) => {
        expectClose(all[k], dropoutOutput(any, delta));
      });
    }),
  );
});

test('E[y_D] = y_E and Var[y_D] = twice the penalty, in both scalings', () => {
  fc.assert(
    fc.property(anyUnit, any => {
      const outputs = dropoutOutputs(any);
      expectClose(expectation(outputs, probabilitiesOf(any)), ensembleOutput(any));
      expectClose(variance(outputs, probabilitiesOf(any)), 2 * dropoutPenalty(any));
    }),
  );
});

test('E[L_D] = L_E + ½ c Σ (w_i x_i)², in both scalings', () => {
  fc.assert(
    fc.property(anyUnit, anyNumber, (any, target) => {
      expectClose(expectedDropoutLoss(any, target), ensembleLoss(any, target) + dropoutPenalty(any));
    }),
  );
});

test('inverted with weights p w is scale-down with weights w, mask by mask', () => {
  fc.assert(
    fc.property(anyUnit, anyNumber, (any, target) => {
      const down: LinearUnit = { ...any, scaling: 'scale-down' };
      const weights = Array.from(any.weights, w => (1 - any.rate) * w);
      const up: LinearUnit = { ...any, weights, scaling: 'inverted' };
      expectAllClose(dropoutOutputs(up), dropoutOutputs(down));
      expectClose(ensembleOutput(up), ensembleOutput(down));
      expectClose(ensembleLoss(up, target), ensembleLoss(down, target));
      expectClose(dropoutPenalty(up), dropoutPenalty(down));
    }),
  );
});

test('E[L_D] over the 2^20 masks of 20 inputs is L_E + penalty', () => {
  const inputs = Array.from({ length: 20 }, (_, i) => Math.cos(i));
  const weights = Array.from({ length: 20 }, (_, i) => Math.sin(2 * i));
  const big: LinearUnit = { inputs, weights, rate: 0.3, scaling: 'inverted' };
  expectClose(expectedDropoutLoss(big, 1), ensembleLoss(big, 1) + dropoutPenalty(big));
});

test('relu does not commute with the mean: E relu(y_D) ≥ relu(E y_D), strictly where the sign depends on the mask', () => {
  fc.assert(
    fc.property(anyUnit, any => {
      const gap = expectedActivation(any, relu) - relu(ensembleOutput(any));
      expect(gap).toBeGreaterThanOrEqual(-EXACT * (1 + Math.abs(ensembleOutput(any))));
    }),
  );
  const mixed: LinearUnit = { inputs: [1, 1], weights: [1, -1], rate: 0.5, scaling: 'scale-down' };
  expectClose(expectedActivation(mixed, relu), 0.25);
  expectClose(relu(ensembleOutput(mixed)), 0);
  expectClose(
    expectedActivation(mixed, z => 3 * z + 1),
    1,
  );
});

test("the sum of Keras's example 0 … 9 at rate 0.2 is 45 on average, exactly 45 with P = .073, sd 8.44", () => {
  const inputs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const sum: LinearUnit = { inputs, weights: inputs.map(() => 1), rate: 0.2, scaling: 'inverted' };
  const outputs = dropoutOutputs(sum);
  const probabilities = probabilitiesOf(sum);
  expectClose(expectation(outputs, probabilities), 45);
  expectClose(variance(outputs, probabilities), 0.25 * 285);
  expect(Math.sqrt(variance(outputs, probabilities)).toFixed(2)).toBe('8.44');
  const unchanged = outputs.map(y => Number(Math.abs(y - 45) < 1e-9));
  expect(expectation(unchanged, probabilities).toFixed(3)).toBe('0.073');
});

describe('what must not hold', () => {
  const target = 5;
  const regularized = ensembleLoss(unit, target) + dropoutPenalty(unit);

  test('the coefficient of the other scaling', () => {
    const wrong = (penaltyCoefficient(unit.rate, 'inverted') * 56) / 2;
    expect(Math.abs(expectedDropoutLoss(unit, target) - ensembleLoss(unit, target) - wrong)).toBeGreaterThan(
      1,
    );
  });

  test('predicting without scaling', () => {
    const unscaled = ensembleLoss({ ...unit, rate: 0 }, target) + dropoutPenalty(unit);
    expect(Math.abs(expectedDropoutLoss(unit, target) - unscaled)).toBeGreaterThan(1);
  });

  test('scaling with the probability to drop', () => {
    const wrong = ensembleLoss({ ...unit, rate: 1 - unit.rate }, target) + dropoutPenalty(unit);
    expect(Math.abs(expectedDropoutLoss(unit, target) - wrong)).toBeGreaterThan(1);
  });

  test('correlated masks: one draw for all inputs has the same mean but not the same loss', () => {
    const outputs = [dropoutOutput(unit, [0, 0, 0]), dropoutOutput(unit, [1, 1, 1])];
    const probabilities = [unit.rate, 1 - unit.rate];
    expectClose(expectation(outputs, probabilities), ensembleOutput(unit));
    const losses = outputs.map(y => (target - y) ** 2 / 2);
    expect(Math.abs(expectation(losses, probabilities) - regularized)).toBeGreaterThan(1);
  });
});

test('rate 0 leaves one network: no penalty, y_D = y_E', () => {
  fc.assert(
    fc.property(anyUnit, anyNumber, (any, target) => {
      const none = { ...any, rate: 0 };
      expect(dropoutPenalty(none)).toBe(0);
      expectClose(expectedDropoutLoss(none, target), ensembleLoss(none, target));
    }),
  );
});

test('scale-down at rate 1 predicts 0 without NaN', () => {
  fc.assert(
    fc.property(anyUnit, any => {
      const empty: LinearUnit = { ...any, rate: 1, scaling: 'scale-down' };
      expectClose(expectedDropoutLoss(empty, 2), 2);
      expectClose(ensembleOutput(empty), 0);
    }),
  );
});
