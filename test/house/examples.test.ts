import { describe, expect, it } from 'vitest';
import { describe as describeValue } from '../../lib/src/describe.ts';
import { formatNumber } from '../../lib/src/formatNumber.ts';
import * as lab from '../../lib/src/index.ts';
import { MersenneTwister } from '../../lib/src/numpy/mersenneTwister.ts';
import { EXACT } from '../tolerances.ts';
import { examplesOf } from './examples.ts';

const { dense, dropout, makeBlobs, sequential, trainTestSplit } = lab;

/** What examples take for granted: points, models, and results of earlier lines. */
function surroundings(): Record<string, unknown> {
  const { X, y } = makeBlobs({ nSamples: 40, centers: 2, randomState: 1 });
  const layers = () => [
    dense({ units: 4, activation: 'tanh' }),
    dropout({ rate: 0.5 }),
    dense({ units: 1, activation: 'sigmoid' }),
  ];
  const model = sequential(layers(), { inputDim: 2, seed: 1 });
  const network = {
    kernels: [
      [
        [1, -1, 0.5],
        [0.3, 2, 1],
      ],
      [[1], [-2], [0.7]],
    ],
    biases: [[0, 0, 0.1], [0.2]],
    activations: ['relu', 'sigmoid'],
    rates: [0, 0.5],
    scaling: 'scale-down',
  };
  const results = { accuracies: [0.82, 0.83, 0.81], withDropout: [0.83, 0.85], without: [0.81, 0.84] };
  const internal = { describe: describeValue, formatNumber, MersenneTwister };
  return {
    ...lab,
    ...internal,
    X,
    y,
    ...trainTestSplit(X, y, { randomState: 1 }),
    model,
    network,
    ...results,
  };
}

/** Runs a piece of code in its surroundings; it may shadow their names. */
async function run(code: string): Promise<unknown> {
  const known = surroundings();
  const body = new Function(...Object.keys(known), `return (async () => { ${code}\n })();`);
  return body(...Object.values(known));
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (ArrayBuffer.isView(value)) return [...(value as Float64Array)];
  return Object.values(value as object).flatMap(numbersIn);
}

// Figures and displays have pages of their own to be seen on; a sweep runs the compiled package.
const rooms = ['', 'engine', 'data', 'theory', 'stats', 'numpy'];
const examples = examplesOf(rooms).filter(({ code }) => !code.includes('sweep('));
const promises = examples.flatMap(example => example.promises);

describe('the examples of the docstrings', () => {
  it('are found in every room, and the numbers they promise are read', () => {
    const found = new Set(examples.map(({ file }) => file.split('/').at(-2) ?? ''));
    for (const room of rooms) expect(found).toContain(room);
    expect(promises).toContainEqual({
      setup: '',
      expression: "scalingFactors(0.2, 'inverted')",
      numbers: ['1.25', '1'],
    });
  });

  it.each(examples)('run: $file, $code', async ({ code }) => {
    await run(code);
  });

  it.each(promises)('$expression gives $numbers', async ({ setup, expression, numbers }) => {
    const actual = numbersIn(await run(`${setup}\nreturn ${expression};`));
    numbers.forEach((text, i) => {
      const [digits, exponent = '0'] = text.split('e');
      const decimals = digits.split('.')[1]?.length;
      const unit = decimals ? 10 ** (Number(exponent) - decimals) : EXACT;
      expect(Math.abs(actual[i] - Number(text)), `${actual[i]} against ${text}`).toBeLessThanOrEqual(unit);
    });
  });
});
