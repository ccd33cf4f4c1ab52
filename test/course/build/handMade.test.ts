import { expect, test } from 'vitest';
import { dropoutBackward } from '../../../lib/src/course/build/dropoutBackward.ts';
import { dropoutForward } from '../../../lib/src/course/build/dropoutForward.ts';
import { handMadeBackward, handMadeForward } from '../../../lib/src/course/build/handMade.ts';
import { slope } from '../../../lib/src/course/build/slope.ts';
import { dense, dropout, randomState, sequential } from '../../../lib/src/index.ts';
import { CENTRAL_DIFFERENCE, KERNEL, SIGMAS } from '../../tolerances.ts';

test('forward and backward agree with the engine under its own masks', () => {
  const rate = 0.4;
  const engine = sequential(
    [dense({ units: 8, activation: 'relu' }), dropout({ rate }), dense({ units: 1, activation: 'sigmoid' })],
    { inputDim: 2, seed: 3 },
  );
  const [W1, b1, W2, b2] = engine.getWeights();
  const network = {
    W1: W1!.toArray(),
    b1: Array.from(b1!.data),
    W2: Array.from(W2!.data),
    b2: b2!.data[0]!,
  };
  const [x, t] = [[0.7, -1.3], 1];
  const loss = 'binaryCrossentropy' as const;
  for (let seed = 0; seed < 20; seed++) {
    const gradients = engine.gradients([x], [t], { loss, training: true, seed });
    const mask = Array.from(engine.lastMasks.dropout_1!.data);
    const drop = (h: number[]) => ({ mask, out: dropoutBackward(h, mask, rate) });
    const pass = handMadeForward(network, x, drop);
    const ours = handMadeBackward(network, t, pass, rate);
    const pairs = [
      [ours.W1.flat(), gradients.dense_1!.kernel!.data],
      [ours.b1, gradients.dense_1!.bias!.data],
      [ours.W2, gradients.dense_2!.kernel!.data],
      [[ours.b2], gradients.dense_2!.bias!.data],
    ] as const;
    for (const [mine, theirs] of pairs)
      mine.forEach((value, k) => expect(Math.abs(value - theirs[k]!)).toBeLessThan(KERNEL));
  }
});

test('dropoutForward keeps the mean and drops the given share', () => {
  const random = randomState(1);
  const n = 10_000;
  const { out, mask } = dropoutForward(Array(n).fill(1), 0.25, () => random.random());
  const kept = mask.filter(entry => entry === 1).length;
  expect(Math.abs(kept / n - 0.75)).toBeLessThan(SIGMAS * Math.sqrt((0.75 * 0.25) / n));
  expect(new Set(out)).toEqual(new Set([0, 1 / 0.75]));
});

test('slope is the derivative', () => {
  expect(Math.abs(slope(Math.sin, 1) - Math.cos(1))).toBeLessThan(CENTRAL_DIFFERENCE);
});
