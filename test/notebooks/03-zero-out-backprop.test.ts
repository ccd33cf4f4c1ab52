import { expect, test } from 'vitest';
import { adamDrift } from '../../lib/src/theory/adamDrift.ts';
import { ADAM_ECHO, CENTRAL_DIFFERENCE, KERNEL, SIGMAS } from '../tolerances.ts';
import { claim } from './claim.ts';
import { describeNotebook } from './describeNotebook.ts';

const wrongAnswers = {
  which: [
    "const withoutGradient = 'both';",
    "const withoutGradient = 'incoming';",
    "const withoutGradient = 'none';",
  ],
  'is-frozen': [
    'const isFrozen = (mask: number[][], unit: number) => mask.some(row => row[unit] === 0);',
    'const isFrozen = (mask: number[][], unit: number) => mask[unit]!.every(kept => kept === 0);',
    'const isFrozen = (mask: number[][], unit: number) => mask.some(row => row[unit] === 1);',
  ],
  adam: [
    'const adamMoves = (gradients: number[]) => gradients;',
    `const adamMoves = (gradients: number[]) => {
      let m = 0;
      return gradients.map(gradient => (m = 0.9 * m + gradient));
    };`,
    `const adamMoves = (gradients: number[]) => {
      let [m, v] = [0, 0];
      return gradients.map(gradient => {
        [m, v] = [0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient ** 2];
        return m / Math.sqrt(v);
      });
    };`,
  ],
  freeze: [
    'const batchMask = [[1, 0, 1]];',
    'const batchMask = [[1, 1, 0], [0, 0, 1]];',
    'const batchMask = [[1, 0, 1], [1, 0, 1]];',
    'const batchMask = [[1, 0, 0], [0, 0, 0]];',
  ],
};

/** The places a table marks with a sign, as `(row, column)`. */
const marked = (text: string, sign: string) =>
  new RegExp(`${sign} \\w+: (.*)`).exec(text)?.[1]?.match(/\(\d+, \d+\)/g) ?? [];

describeNotebook('03-zero-out-backprop', { wrongAnswers }, notebook => {
  claim(
    '3.2',
    'factors',
    'of seven factors of the chain rule, each measured, the mask makes two 0: m x₂ and m',
    () => {
      expect(marked(notebook.text('factors'), '∅')).toEqual(['(2, 2)', '(2, 3)', '(4, 2)', '(4, 3)']);
      const { off, zeros, factors } = notebook.values('factors-words');
      expect(off).toBeLessThan(CENTRAL_DIFFERENCE);
      expect([zeros, factors]).toEqual([2, 7]);
    },
  );

  test('the slope of the dropped unit itself is not 0', () => {
    const slopes = notebook.matrix('factors')[5]!;
    expect(Math.min(...slopes)).toBeGreaterThan(0.1);
  });

  test('the products, measured over the whole network: w1, b1 and w2 freeze, the next bias does not', () => {
    const gradients = notebook.matrix('parameters');
    for (const [kept, keptMeasured, dropped, droppedMeasured] of gradients) {
      expect(kept).toBeCloseTo(keptMeasured!, 6);
      expect(dropped).toBeCloseTo(droppedMeasured!, 6);
      expect(kept).not.toBe(0);
    }
    expect(marked(notebook.text('parameters'), '∅')).toEqual([
      '(0, 2)',
      '(0, 3)',
      '(1, 2)',
      '(1, 3)',
      '(2, 2)',
      '(2, 3)',
    ]);
  });

  claim('3.3', 'zero-outputs', 'whatever made x₂ = 0, the outgoing weight has gradient 0', () => {
    const zeros = marked(notebook.text('zero-outputs'), '∅');
    for (const unit of [0, 1, 2])
      expect(zeros).toEqual(expect.arrayContaining([`(${unit}, 0)`, `(${unit}, 1)`]));
  });

  claim(
    '3.4',
    'zero-outputs',
    'a tanh unit at z = 0 outputs 0, and its incoming weight learns; the mask freezes it, not the 0',
    () => {
      const zeros = marked(notebook.text('zero-outputs'), '∅');
      expect(zeros).toContain('(0, 2)');
      expect(zeros).not.toContain('(1, 2)');
      expect(Math.abs(notebook.matrix('zero-outputs')[1]![2]!)).toBeGreaterThan(0.1);
    },
  );

  test('a unit that outputs 0 moves its incoming, then its outgoing weights; a masked one neither', () => {
    expect(marked(notebook.text('zero-or-mask'), '=')).toEqual([
      '(0, 1)',
      ...[0, 1, 2, 3].map(j => `(1, ${j})`),
    ]);
  });

  test('about half of the ReLU units are idle for a sample without any dropout', () => {
    const { share } = notebook.values('relu-idle');
    expect(share.mean).toBeGreaterThan(0.45);
    expect(share.mean).toBeLessThan(0.55);
  });

  test('every sample drops two units, the batch as a whole none', () => {
    const gradients = notebook.matrix('per-sample-gradients');
    expect(gradients.map(row => row.filter(g => g === 0).length)).toEqual([2, 2, 2, 2, 0]);
  });

  claim(
    '3.1',
    'idle-batches',
    'each sample has its own mask: a unit idles through a batch of B with probability rate^B',
    () => {
      const trials = 64 * 300;
      for (const [expected, observed] of notebook.matrix('idle-batches')) {
        const sd = Math.sqrt((expected! * (1 - expected!)) / trials);
        expect(Math.abs(observed! - expected!)).toBeLessThan(SIGMAS * sd + 1 / trials);
      }
    },
  );

  claim(
    '3.1',
    'still',
    'under plain gradient descent; momentum, Adam and weight decay move weights that have no gradient',
    () => {
      const [descent, momentum, adam, decay] = notebook.matrix('still') as [number, number, number][];
      expect(descent![0]).toBeGreaterThan(1000);
      expect(descent![1]).toBe(descent![0]);
      for (const [dropped, still, fresh] of [momentum!, adam!]) {
        expect(still).toBe(fresh);
        expect(still).toBeLessThan(dropped / 10);
      }
      expect(decay![1]).toBe(0);
    },
  );

  test('Adam’s echo of one gradient is what the formula says, to float32', () => {
    const [figure] = notebook.figures('optimizers');
    const [descent, momentum, adam, decay] = (figure!.data as { y: number[] }[]).map(({ y }) => y);
    expect(descent).toEqual([1, ...descent!.slice(1).map(() => 0)]);
    momentum!.forEach((move, t) => expect(Math.abs(move - 0.9 ** t)).toBeLessThan(ADAM_ECHO));
    [1, ...adamDrift(11)].forEach((move, t) => expect(Math.abs(adam![t]! - move)).toBeLessThan(ADAM_ECHO));
    expect(decay!.every(move => move !== 0)).toBe(true);
  });

  test('in linear regression the gradient mask alone ends in least squares, dropout in ridge', () => {
    const { masked, dropout, norm, full } = notebook.values('linear-words');
    expect([masked, dropout]).toEqual(['equal to nine decimals', 'equal to nine decimals']);
    expect(norm).toBeLessThan(full);
  });

  test('averaged over all masks, the gradient mask gives back the gradient; dropout does not', () => {
    const { gradientOnly, full } = notebook.values('unbiased');
    expect(gradientOnly).toBeLessThan(KERNEL);
    expect(full).toBeGreaterThan(1e-3);
  });

  test('on noisy labels the gradient mask alone gains, and dropout gains more', () => {
    const { whole, gain, rest } = notebook.values('gradient-only-words');
    const { fittedNone, fittedGradient } = notebook.values('gradient-only-fit');
    expect(whole.low).toBeGreaterThan(0);
    expect(gain.low).toBeGreaterThan(0);
    expect(rest.mean).toBeGreaterThan(0);
    expect(fittedGradient).toBeLessThan(fittedNone);
  });

  test('the gradient mask does no better than a plain training that ends at about the same loss', () => {
    const { early, earlyLoss, gradientLoss } = notebook.values('gradient-only-fit');
    expect(Math.abs(earlyLoss - gradientLoss)).toBeLessThan(0.05);
    expect(early.high).toBeGreaterThan(0);
  });

  test('no gradient arrives at the weights of the dropped unit, and at all others one does', () => {
    const [figure] = notebook.figures('path-gradient');
    const fields = (figure!.data as { type: string; z: number[][] }[]).filter(
      ({ type }) => type === 'heatmap',
    );
    const [into, out] = fields.map(({ z }) => z) as [number[][], number[][]];
    for (const row of into) expect(row.map(value => value === 0)).toEqual([false, true, false]);
    expect(out.map(([value]) => value === 0)).toEqual([false, true, false, false]);
  });

  test('in accuracy dropout gains little or nothing over stopping early', () => {
    const { whole, dropoutOverEarly } = notebook.values('gradient-only-words');
    expect(dropoutOverEarly.low).toBeLessThan(whole.mean / 3);
    expect(Math.abs(dropoutOverEarly.mean)).toBeLessThan(whole.mean / 2);
  });
});
