import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dropoutGradient,
  dropoutLoss,
  dropoutPenalty,
  ensembleGradient,
  ensembleLoss,
  expectedDropoutGradient,
  expectedDropoutLoss,
  forEachMask,
  type LinearUnit,
  penaltyGradient,
} from '../../lib/src/index.ts';
import { expectAllClose, expectClose } from '../expectClose.ts';
import { QUADRATIC_GRADIENT } from '../tolerances.ts';
import { anyNumber, anyUnit } from './support.ts';

/** Central differences of `loss` in every weight: exact but for rounding, as every loss here is quadratic. */
function numericalGradient(unit: LinearUnit, loss: (unit: LinearUnit) => number): number[] {
  const step = 0.01;
  const moved = (i: number, by: number): number =>
    loss({ ...unit, weights: Array.from(unit.weights, (w, j) => (j === i ? w + by : w)) });
  return Array.from(unit.weights, (_, i) => (moved(i, step) - moved(i, -step)) / (2 * step));
}

/** A unit at a moderate rate: 1/p stays small, and with it the error of the differences. */
const moderateUnit = anyUnit.map(unit => ({ ...unit, rate: 0.2 + unit.rate / 2 }));

test('every gradient is the numerical gradient of its loss', () => {
  fc.assert(
    fc.property(moderateUnit, anyNumber, fc.nat(), (unit, target, seed) => {
      const mask = Array.from(unit.inputs, (_, i) => (seed >> i) & 1);
      const check = (gradient: number[], loss: (unit: LinearUnit) => number): void =>
        expectAllClose(gradient, numericalGradient(unit, loss), QUADRATIC_GRADIENT);
      check(dropoutGradient(unit, target, mask), u => dropoutLoss(u, target, mask));
      check(ensembleGradient(unit, target), u => ensembleLoss(u, target));
      check(penaltyGradient(unit), dropoutPenalty);
      check(expectedDropoutGradient(unit, target), u => expectedDropoutLoss(u, target));
    }),
  );
});

test('the numerical gradient tells a wrong gradient: the penalty left out', () => {
  const unit: LinearUnit = { inputs: [1, 2, 3], weights: [2, 2, 2], rate: 1 / 3, scaling: 'scale-down' };
  const numerical = numericalGradient(unit, u => expectedDropoutLoss(u, 9));
  ensembleGradient(unit, 9).forEach((g, i) => expect(Math.abs(g - numerical[i])).toBeGreaterThan(0.1));
});

test('E[∂L_D/∂w] = ∂L_E/∂w + c w x², in both scalings', () => {
  fc.assert(
    fc.property(anyUnit, anyNumber, (unit, target) => {
      const penalty = penaltyGradient(unit);
      const sum = ensembleGradient(unit, target).map((g, i) => g + penalty[i]);
      expectAllClose(expectedDropoutGradient(unit, target), sum);
    }),
  );
});

test('the mean of the gradients of all masks is the expected gradient', () => {
  fc.assert(
    fc.property(anyUnit, anyNumber, (unit, target) => {
      const mean = Array.from(unit.weights, () => 0);
      forEachMask(unit.inputs.length, unit.rate, (mask, probability) => {
        dropoutGradient(unit, target, mask).forEach((g, i) => (mean[i] += probability * g));
      });
      expectAllClose(mean, expectedDropoutGradient(unit, target));
    }),
  );
});

test('a dropped input has gradient 0, whatever the error is', () => {
  fc.assert(
    fc.property(anyUnit, anyNumber, (unit, target) => {
      const mask = Array.from(unit.inputs, (_, i) => i % 2);
      dropoutGradient(unit, target, mask).forEach((g, i) => {
        if (!mask[i]) expectClose(g, 0, 0);
      });
    }),
  );
});
