import { expect, test } from 'vitest';
import { EXACT, KERNEL } from '../tolerances.ts';
import { claim } from './claim.ts';
import { describeNotebook } from './describeNotebook.ts';

const wrongAnswers = {
  repair: [
    'const predict = (x: number, w1: number, w2: number, rate: number) => Math.tanh(x * w1 * (1 - rate)) * w2;',
    'const predict = (x: number, w1: number, w2: number) => Math.tanh(x * w1) * w2;',
    'const predict = (x: number, w1: number, w2: number, rate: number) => Math.tanh(x * w1) * w2 * rate;',
  ],
  scale: [
    'const scaleDown = (weight: number, bias: number, rate: number) => [weight * (1 - rate), bias * (1 - rate)];',
    'const scaleDown = (weight: number, bias: number, rate: number) => [weight * rate, bias];',
    'const scaleDown = (weight: number, bias: number, rate: number) => [weight / (1 - rate), bias];',
    'const scaleDown = (weight: number, bias: number) => [weight, bias];',
  ],
  jensen: [
    'const meanOutput = Math.max(0, (2 - 3) / 2);',
    'const meanOutput = (2 - 3) / 2;',
    'const meanOutput = 2;',
    'const meanOutput = 0.5 * 2;',
  ],
};

describeNotebook('05-scale-down', { wrongAnswers }, notebook => {
  claim(
    '5.1',
    'mismatch-words',
    'over all 32 masks the next unit receives p times what it receives with all units',
    () => {
      const { training, prediction, ratio } = notebook.values('mismatch-words');
      expect(Math.abs(training - 8)).toBeLessThan(EXACT);
      expect(prediction).toBe(10);
      expect(Math.abs(ratio - 4 / 5)).toBeLessThan(EXACT);
    },
  );

  test('of five units at rate 1/5, exactly one is dropped in less than half of the cases', () => {
    expect(notebook.values('how-many').exactlyOne).toBeCloseTo(5 * (1 / 5) * (4 / 5) ** 4, 4);
  });

  claim(
    '5.4',
    'times-p',
    'for the sum a unit receives, on average over the masks; one mask alone is off by its spread',
    () => {
      const [training, unscaled, scaled, byRate] = notebook.matrix('times-p').flat();
      expect([training, unscaled, scaled, byRate]).toEqual([8, 10, 8, 2]);
      expect(notebook.values('times-p').off).toBeLessThan(EXACT);
      expect(notebook.values('spread-words').spread).toBeGreaterThan(1);
    },
  );

  claim(
    '5.4',
    'activations',
    'after a nonlinear activation the mean of the outputs is not the output of the mean',
    () => {
      const rows = notebook.matrix('activations');
      for (const run of [0, 1, 2]) {
        const [mean, ofMean] = [rows[2 * run]!, rows[2 * run + 1]!];
        expect(mean[0]).toBe(ofMean[0]);
        expect(mean[1]! - ofMean[1]!).toBeGreaterThan(0.03);
        for (const curved of [2, 3]) expect(mean[curved]).not.toBe(ofMean[curved]);
      }
    },
  );

  claim(
    '5.2',
    'conventions',
    'in both conventions prediction equals the mean in training, at p times or at the full size',
    () => {
      expect(notebook.matrix('conventions')).toEqual([
        [1, 0.8, 8, 8],
        [1.25, 1, 10, 10],
      ]);
    },
  );

  claim(
    '5.3',
    'network',
    'the kernel times 4/5 predicts the mean over all 256 masks; the bias stays as it is',
    () => {
      const [mean, layer, byHand, withBias, unscaled] = notebook.matrix('network');
      expect(layer).toEqual(mean);
      expect(byHand).toEqual(mean);
      mean!.forEach((value, n) => expect(withBias![n]).toBeCloseTo(value - 0.2, 4));
      expect(unscaled).not.toEqual(mean);
      expect(notebook.values('network-words').off).toBeLessThan(KERNEL);
    },
  );

  claim(
    '1.7',
    'forgetting-words',
    'without scaling the loss is several times as large; the accuracy hardly changes',
    () => {
      const { forgottenAccuracy, once, forgotten } = notebook.values('forgetting-words');
      expect(Math.abs(forgottenAccuracy.mean)).toBeLessThan(0.03);
      expect(forgotten / once).toBeGreaterThan(3);
    },
  );

  test('scaling twice costs accuracy and loss', () => {
    const { twiceAccuracy, twiceLoss } = notebook.values('forgetting-words');
    expect(twiceAccuracy.high).toBeLessThan(0);
    expect(twiceLoss.low).toBeGreaterThan(0);
  });

  test('the forgotten factor makes logits several times as large', () => {
    expect(notebook.values('logits-words').times).toBeGreaterThan(4);
  });

  claim(
    '5.5',
    'depth-table',
    'exact where masks affect only sums on the way to the output; not where a masked sum passes a ReLU unit',
    () => {
      const [lastOnly, both, linear] = notebook.matrix('depth-table') as [number, number][];
      expect(lastOnly![1]).toBeLessThan(EXACT);
      expect(linear![1]).toBeLessThan(EXACT);
      expect(both![0]).toBeGreaterThan(0.01);
    },
  );

  claim(
    '9.1',
    'depth-table',
    'exact for linear networks; with two masked layers of ReLU units, sub-networks average to another network',
    () => {
      const [, both, linear] = notebook.matrix('depth-table') as [number, number][];
      expect(linear![1]).toBeLessThan(EXACT);
      expect(both![0]).toBeGreaterThan(0.01);
    },
  );

  claim(
    '5.6',
    'monte-carlo-words',
    'listing 2²⁵⁶ networks is out of reach, but the mean of 50 drawn at random beats weight scaling in loss',
    () => {
      expect(notebook.matrix('counts')[0]!.at(-1)).toBeGreaterThan(1e77);
      const { single, many } = notebook.values('monte-carlo-words');
      expect(single.low).toBeGreaterThan(0);
      expect(many.mean).toBeLessThan(0);
    },
  );

  test('a forgotten scaling at rate 0.8 is five times too large', () => {
    expect(notebook.text('reveal-forgotten')).toMatch(/Measured: 5\./);
  });
});
