import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  dropoutGradient,
  dropoutLoss,
  dropoutOutput,
  dropoutOutputs,
  dropoutPenalty,
  ensembleLoss,
  ensembleOutput,
  expectation,
  expectedDropoutLoss,
  forEachMask,
  lecture,
  type LinearUnit,
  logit,
  maskProbabilities,
  sigmoid,
  variance,
} from '../../lib/src/index.ts';
import { expectAllClose, expectClose } from '../expectClose.ts';
import { PRINTED_DOUBLED, PRINTED_FLOAT32 } from '../tolerances.ts';

/** The arrays a listing printed, by their heading. */
function printed(name: string): Record<string, number[][]> {
  const text = readFileSync(new URL(`../fixtures/lecture/${name}.txt`, import.meta.url), 'utf8');
  const blocks = text.split('# ').slice(1);
  return Object.fromEntries(
    blocks.map(block => {
      const [heading, ...lines] = block.trim().split('\n');
      return [heading, lines.map(line => line.replace(/[[\]]/g, ' ').trim().split(/\s+/).map(Number))];
    }),
  );
}

const { zeroOut, scaleUp } = lecture;
const { unit, mask } = lecture.linearUnit;
const probabilities = maskProbabilities(3, unit.rate);

test('the library holds the numbers that the listings printed', () => {
  const one = printed('zero-out');
  expect(zeroOut.w1Before).toEqual(one['weights of h1 before training']);
  expect(zeroOut.w2Before).toEqual(one['weights of y before training']);
  expect(zeroOut.w1After).toEqual(one['weights of h1 after training']);
  expect(zeroOut.w2After).toEqual(one['weights of y after training']);
  expect(zeroOut.h1).toEqual(one['h1 output']);
  expect(zeroOut.h1.map(row => row.map((h, j) => h * zeroOut.mask[j]))).toEqual(one['h2 output']);
  const two = printed('scale-up');
  const runs = [1, 2, 3].map(run => ({ h1: two[`run ${run}: h1`][0], h2: two[`run ${run}: h2`][0] }));
  expect(scaleUp.runs).toEqual(runs);
});

describe('listing 1, zero-out', () => {
  const bias = zeroOut.h1[0].map(logit);
  const hidden = (kernel: readonly (readonly number[])[]): number[][] =>
    zeroOut.X.map(([a, b]) => bias.map((z, j) => sigmoid(a * kernel[0][j] + b * kernel[1][j] + z)));

  test('the printed w1 with bias = logit(first row of h1) reproduces all 16 printed h1', () => {
    hidden(zeroOut.w1After).forEach((row, i) => expectAllClose(row, zeroOut.h1[i], PRINTED_FLOAT32));
  });

  test('the w1 of before training does not reproduce them, except in the masked third column', () => {
    hidden(zeroOut.w1Before).forEach((row, i) =>
      row.forEach((h, j) => {
        const distance = Math.abs(h - zeroOut.h1[i][j]);
        const unchanged = zeroOut.mask[j] === 0 || i === 0;
        expect(distance < PRINTED_FLOAT32, `h1[${i}][${j}]`).toBe(unchanged);
      }),
    );
  });

  test('the third column of w1 and the third row of w2 stay, every other weight moves', () => {
    zeroOut.w1After.forEach((row, i) =>
      row.forEach((w, j) => expect(w === zeroOut.w1Before[i][j]).toBe(zeroOut.mask[j] === 0)),
    );
    zeroOut.w2After.forEach(([w], i) => expect(w === zeroOut.w2Before[i][0]).toBe(zeroOut.mask[i] === 0));
  });

  test('the masked unit keeps its bias 0: it printed h1 = 0.5 for the input (0, 0)', () => {
    expect(bias.map(b => b === 0)).toEqual([false, false, true, false]);
  });
});

test('listing 2, scale-up: every unit is doubled or a zero that keeps the sign of what it replaces', () => {
  const factor = 1 / (1 - scaleUp.rate);
  const dropped = scaleUp.runs.map(({ h1, h2 }) => {
    h2.forEach((value, i) => {
      if (value === 0) expect(Object.is(value, -0)).toBe(h1[i] < 0);
      else expectClose(value, factor * h1[i], PRINTED_DOUBLED);
    });
    return h2.filter(value => value === 0).length;
  });
  expect(dropped).toEqual([2, 2, 3]);
});

describe("the lecture's example: inputs 1 2 3, weights 2, p = 2/3", () => {
  test('y_D = 10 under its mask and y_E = 8', () => {
    expect(dropoutOutput(unit, mask)).toBe(10);
    expectClose(ensembleOutput(unit), 8);
  });

  test('y_D over the 8 masks is 0 2 4 6 6 8 10 12, with mean 8 and variance 12.4444', () => {
    expect([...dropoutOutputs(unit)]).toEqual([0, 2, 4, 6, 6, 8, 10, 12]);
    expectClose(expectation(dropoutOutputs(unit), probabilities), 8);
    expectClose(variance(dropoutOutputs(unit), probabilities), 112 / 9);
  });

  test('the penalty is ½ · 2/9 · 56 = 6.2222', () => {
    expectClose(dropoutPenalty(unit), (2 / 9) * 28);
    expect(dropoutPenalty(unit).toFixed(4)).toBe('6.2222');
  });

  test('L_D = L_E + penalty holds for none of the 8 masks at any whole target, though E[L_D] does', () => {
    for (let target = -20; target <= 20; target++) {
      const regularized = ensembleLoss(unit, target) + dropoutPenalty(unit);
      expectClose(expectedDropoutLoss(unit, target), regularized);
      forEachMask(3, unit.rate, delta => {
        expect(Math.abs(dropoutLoss(unit, target, delta) - regularized)).toBeGreaterThan(0.1);
      });
    }
  });

  test('target 9 makes L_D = L_E by accident: 10 and 8 are equally far from it', () => {
    expectClose(dropoutLoss(unit, 9, mask), ensembleLoss(unit, 9));
    expect(dropoutLoss(unit, 5, mask)).not.toBeCloseTo(ensembleLoss(unit, 5), 1);
  });
});

test('p = 4/5: the five masks that drop one of five inputs average to the weight-scaled output', () => {
  const five: LinearUnit = {
    inputs: [0.3, -1.2, 2, 0.7, 1.1],
    weights: [1, 0.5, -0.4, 2, 0.9],
    rate: 1 - lecture.scalingRetention,
    scaling: 'scale-down',
  };
  const dropOne = [0, 1, 2, 3, 4].map(i =>
    dropoutOutput(
      five,
      [0, 1, 2, 3, 4].map(j => Number(i !== j)),
    ),
  );
  expectClose(dropOne.reduce((sum, y) => sum + y, 0) / 5, ensembleOutput(five));
  expectClose(expectation(dropoutOutputs(five), maskProbabilities(5, five.rate)), ensembleOutput(five));
});

test('the gradient of L_D is 0 for the dropped input, and as the lecture expands it for the others', () => {
  const target = 9;
  const expanded = [0, 1, 2].map(i => {
    const { inputs: x, weights: w } = unit;
    const others = [0, 1, 2].filter(j => j !== i);
    const cross = others.reduce((sum, j) => sum + w[j] * mask[i] * mask[j] * x[i] * x[j], 0);
    return -target * mask[i] * x[i] + w[i] * mask[i] ** 2 * x[i] ** 2 + cross;
  });
  expect(dropoutGradient(unit, target, mask)).toEqual([0, 2, 3]);
  expectAllClose(expanded, [0, 2, 3]);
});
