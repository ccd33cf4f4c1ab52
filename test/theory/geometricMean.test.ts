import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  crossEntropy,
  crossEntropyPenalty,
  expectation,
  logit,
  maskProbabilities,
  normalizedGeometricMean,
  sigmoid,
  subnetworks,
  variance,
  weightScaledOutput,
} from '../../lib/src/index.ts';
import { expectClose } from '../expectClose.ts';
import { EXACT } from '../tolerances.ts';
import { anyNetwork, anyNumber, anySample, normalNetwork, withLogits } from './support.ts';

const classifier = anyNetwork([2, 6, 1], ['relu', 'sigmoid'], [0, 0.4]);
const regression = anyNetwork([2, 6, 1], ['tanh', 'linear'], [0, 0.4]);

/** Predictions away from 0 and 1, where ln(1 − o) keeps its digits, one for each of 16 masks. */
const anyPredictions = fc.record({
  outputs: fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { minLength: 16, maxLength: 16 }),
  probabilities: fc.double({ min: 0, max: 1, noNaN: true }).map(rate => maskProbabilities(4, rate)),
});

test('the means are those of products of powers: G1 / (G1 + G0) and −ln(G1 + G0)', () => {
  const power = (o: number[], P: ArrayLike<number>) => o.reduce((product, x, k) => product * x ** P[k], 1);
  fc.assert(
    fc.property(anyPredictions, ({ outputs, probabilities }) => {
      const g1 = power(outputs, probabilities);
      const g0 = power(
        outputs.map(o => 1 - o),
        probabilities,
      );
      expectClose(normalizedGeometricMean(outputs, probabilities), g1 / (g1 + g0));
      expectClose(crossEntropyPenalty(outputs, probabilities), -Math.log(g1 + g0));
    }),
  );
});

test('from logits the same, as long as the probabilities keep their digits', () => {
  fc.assert(
    fc.property(anyPredictions, ({ outputs, probabilities }) => {
      const logits = outputs.map(logit);
      const options = { fromLogits: true };
      const combined = normalizedGeometricMean(logits, probabilities, options);
      expectClose(combined, normalizedGeometricMean(outputs, probabilities));
      const penalty = crossEntropyPenalty(logits, probabilities, options);
      expectClose(penalty, crossEntropyPenalty(outputs, probabilities));
    }),
  );
});

test('logits survive where probabilities are 0 and 1', () => {
  const [logits, probabilities] = [
    [-800, 802],
    [0.5, 0.5],
  ];
  expectClose(normalizedGeometricMean(logits, probabilities, { fromLogits: true }), sigmoid(1));
  expect(() => normalizedGeometricMean(logits.map(sigmoid), probabilities)).toThrow(
    'both geometric means are 0',
  );
});

test('the penalty is never negative, and 0 where all agree', () => {
  fc.assert(
    fc.property(anyPredictions, ({ outputs, probabilities }) => {
      expect(crossEntropyPenalty(outputs, probabilities)).toBeGreaterThanOrEqual(-EXACT);
    }),
  );
  expectClose(crossEntropyPenalty([0.3, 0.3], [0.2, 0.8]), 0);
});

test('E[CE] of any predictions = CE of their normalized geometric mean − ln(G1 + G0), for both labels', () => {
  fc.assert(
    fc.property(anyPredictions, ({ outputs, probabilities }) => {
      const combined = normalizedGeometricMean(outputs, probabilities);
      const penalty = crossEntropyPenalty(outputs, probabilities);
      for (const label of [0, 1]) {
        const members = expectation(
          outputs.map(o => crossEntropy(label, o)),
          probabilities,
        );
        expectClose(members, crossEntropy(label, combined) + penalty);
      }
    }),
  );
});

test('with the arithmetic mean in its place the equation fails', () => {
  const [outputs, probabilities] = [
    [0.9, 0.2],
    [0.5, 0.5],
  ];
  const members = expectation(
    outputs.map(o => crossEntropy(1, o)),
    probabilities,
  );
  const wrong =
    crossEntropy(1, expectation(outputs, probabilities)) + crossEntropyPenalty(outputs, probabilities);
  expect(Math.abs(members - wrong)).toBeGreaterThan(0.01);
});

test('one certain member decides; a member that cannot occur does not', () => {
  expect(normalizedGeometricMean([1, 0.2], [0.5, 0.5])).toBe(1);
  expect(normalizedGeometricMean([0, 0.2], [0.5, 0.5])).toBe(0);
  expectClose(normalizedGeometricMean([0, 0.2], [0, 1]), 0.2);
});

test('E[MSE_mask] = MSE_scaled + Var, averaged over a batch', () => {
  fc.assert(
    fc.property(
      regression,
      fc.array(anySample(2), { minLength: 1, maxLength: 4 }),
      anyNumber,
      (network, xs, first) => {
        const X = xs.flat();
        const targets = X.map((_, s) => first + s / 3);
        const { outputs, probabilities } = subnetworks(network, X);
        const scaled = weightScaledOutput(network, X);
        const mean = (f: (s: number) => number): number =>
          targets.reduce((sum, _, s) => sum + f(s), 0) / X.length;
        const members = mean(s =>
          expectation(
            outputs.column(s).map(o => (targets[s] - o) ** 2),
            probabilities,
          ),
        );
        const spread = mean(s => variance(outputs.column(s), probabilities));
        expectClose(members, mean(s => (targets[s] - scaled[s]) ** 2) + spread);
      },
    ),
    { numRuns: 50 },
  );
});

test('E[CE_mask] = CE_scaled − ln(G1 + G0), the same for both labels', () => {
  fc.assert(
    fc.property(classifier, anySample(2), (network, x) => {
      const { outputs, probabilities } = subnetworks(withLogits(network), x);
      const logits = outputs.column(0);
      const [scaled] = weightScaledOutput(withLogits(network), x);
      const penalty = crossEntropyPenalty(logits, probabilities, { fromLogits: true });
      for (const label of [0, 1]) {
        const members = logits.map(z => crossEntropy(label, z, { fromLogits: true }));
        const law = crossEntropy(label, scaled, { fromLogits: true }) + penalty;
        expectClose(expectation(members, probabilities), law);
      }
    }),
  );
});

test('the law fails where weight scaling is no exact mean: two relu layers masked', () => {
  const errors = Array.from({ length: 20 }, (_, seed) => {
    const network = normalNetwork([2, 3, 3, 1], ['relu', 'relu', 'sigmoid'], [0, 0.5, 0.5], seed);
    const { outputs, probabilities } = subnetworks(network, [[0.3, -0.2]]);
    const predictions = outputs.column(0);
    const members = expectation(
      predictions.map(o => crossEntropy(1, o)),
      probabilities,
    );
    const [scaled] = weightScaledOutput(network, [[0.3, -0.2]]);
    return Math.abs(members - crossEntropy(1, scaled) - crossEntropyPenalty(predictions, probabilities));
  });
  expect(Math.max(...errors)).toBeGreaterThan(0.01);
});
