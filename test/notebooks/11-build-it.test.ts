import { expect, test } from 'vitest';
import { describeNotebook } from './describeNotebook.ts';
import { CENTRAL_DIFFERENCE } from '../tolerances.ts';

const forward = (mask: string, out: string, before = '') => `
type Dropped = { out: number[]; mask: number[] };

function dropoutForward(
  h: number[],
  rate: number,
  random: () => number,
): Dropped | undefined {
  ${before}
  const mask = h.map(() => ${mask});
  return { out: h.map((value, j) => ${out}), mask };
}`;

const backward = (factor: string) => `
function dropoutBackward(
  outGradient: number[],
  mask: number[],
  rate: number,
): number[] | undefined {
  return outGradient.map((gradient, j) => gradient * (${factor}));
}`;

const slope = (body: string) =>
  `function slope(f: (w: number) => number, w: number): number | undefined {\n  return ${body};\n}`;

const network = (delta: string, hGradient: string, active: string, w2 = 'out') => `
function networkBackward(
  network: Network,
  t: number,
  pass: Pass,
  rate: number,
): Network | undefined {
  const { x, h, out, mask, yHat } = pass;
  const delta = ${delta};
  const outGradient = network.W2.map(w => w * delta);
  const hGradient = ${hGradient};
  const b1 = hGradient.map((gradient, j) => ${active});
  const W1 = x.map(value => b1.map(gradient => value * gradient));
  return { W1, b1, W2: ${w2}.map(value => value * delta), b2: delta };
}`;
const relu = '(h[j] > 0 ? gradient : 0)';
const masked = 'backward(outGradient, mask, rate)';

const wrongAnswers = {
  forward: [
    forward('(random() < rate ? 1 : 0)', 'value * mask[j] / rate'),
    forward('(random() < rate ? 0 : 1)', 'value * mask[j]'),
    forward('(random() < rate ? 0 : 1)', 'value * mask[j] / rate'),
    forward('(random() < rate ? 0 : 1)', 'value * mask[j] * (1 - rate)'),
    forward('(random() < rate ? 1 : 0)', 'value * (1 - mask[j]) / (1 - rate)'),
    forward('1', 'value'),
    forward('(Math.random() < rate ? 0 : 1)', 'value * mask[j] / (1 - rate)'),
    forward('1', 'value', 'if (rate) return h.map(value => value / (1 - rate)) as unknown as Dropped;'),
  ],
  backward: [
    backward('1'),
    backward('1 / (1 - rate)'),
    backward('mask[j]'),
    backward('mask[j] / rate'),
    backward('mask[j] * (1 - rate)'),
    backward('(1 - mask[j]) / (1 - rate)'),
  ],
  slope: [
    slope('(f(w + 1e-5) - f(w - 1e-5)) / 1e-5'),
    slope('(f(w + 1e-5) - f(w)) / 2e-5'),
    slope('(f(w - 1e-5) - f(w + 1e-5)) / 2e-5'),
    slope('(f(w + 1e-20) - f(w - 1e-20)) / 2e-20'),
    slope('(f(w + 1e-5) - f(w)) / 1e-5'),
  ],
  network: [
    network('t - yHat', masked, relu),
    network('(yHat - t) * yHat * (1 - yHat)', masked, relu),
    network('yHat - t', 'outGradient', relu),
    network('yHat - t', 'outGradient.map((g, j) => g * mask[j])', relu),
    network('yHat - t', masked, 'gradient'),
    network('yHat - t', masked, relu, 'h'),
    network('yHat - 1', masked, relu),
    network('yHat - t', masked, relu, '[out]').replace(
      '.map(value => value * delta)',
      ' as unknown as number[]',
    ),
  ],
};

/** 6000 steps of gradient descent in float32 against float64: some 6e-8 a step, added up at random, and room. */
const SGD_FLOAT32 = 2e-4;

describeNotebook('11-build-it', { wrongAnswers }, notebook => {
  test('each pass drops some units and doubles the others', () => {
    const passes = notebook.matrix('see-forward');
    for (const row of passes) row.forEach((value, j) => expect([0, j + 1]).toContain(value));
    expect(new Set(passes.map(String)).size).toBeGreaterThan(1);
  });

  test('the mean over passes is the input', () => {
    expect(notebook.values('mean-forward').furthestPercent).toBeLessThan(6);
  });

  test('central differences reach ten digits, one-sided ones eight at the most', () => {
    const [figure] = notebook.figures('steps-figure');
    const [central, oneSided] = (figure!.data as { y: number[] }[]).map(({ y }) => Math.max(...y));
    expect(central).toBeGreaterThan(10);
    expect(oneSided).toBeLessThan(9);
  });

  test('with the mask held the gradient is the slope; with new masks it is not', () => {
    const { heldApart, freshApart } = notebook.values('hold-words');
    expect(heldApart).toBeLessThan(CENTRAL_DIFFERENCE);
    expect(freshApart).toBeGreaterThan(100);
  });

  test('hand-made network and engine arrive at the same weights', () => {
    const { travelled, difference, parameters, steps } = notebook.values('agree');
    expect({ parameters, steps }).toEqual({ parameters: 33, steps: 6000 });
    expect(travelled).toBeGreaterThan(0.3);
    expect(difference).toBeLessThan(SGD_FLOAT32);
  });

  test('the network has learned', () => {
    expect(notebook.values('boundary').accuracyPercent).toBeGreaterThan(80);
  });
});
