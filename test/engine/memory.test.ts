import { describe, expect, it } from 'vitest';
import { adam, dense, dropout, fit, sequential, trainStep } from '../../lib/src/index.ts';

const rows = Array.from({ length: 20_000 }, () => [1]);
const wide = () =>
  sequential(
    [
      dense({ units: 65_536, kernelInitializer: 'zeros' }),
      dropout({ rate: 0.5 }),
      dense({ units: 1, kernelInitializer: 'zeros' }),
    ],
    {
      inputDim: 1,
    },
  );
const training = { loss: 'meanSquaredError', optimizer: adam(), epochs: 1, batchSize: 20_000 } as const;

describe('a model that does not fit in memory', () => {
  it.each<[string, (model: ReturnType<typeof wide>) => unknown]>([
    ['forward', model => model.forward(rows)],
    ['predictSamples', model => model.predictSamples(rows, { samples: 1 })],
    ['trainStep', model => trainStep(model, rows, rows, { loss: 'meanSquaredError', optimizer: adam() })],
    ['fit', model => fit(model, rows, rows, training)],
  ])('is refused by %s in its own name, and goes on with fewer rows', async (name, call) => {
    const model = wide();
    const message = new RegExp(
      `^${name}: the weights, the data .* must fit in memory .4 GB at most.. Got at least 5\\.\\d GB: take fewer rows`,
    );
    await expect(async () => call(model)).rejects.toThrow(RangeError);
    await expect(async () => call(model)).rejects.toThrow(message);
    expect(model.forward([[1]]).data).toEqual(new Float32Array(1));
  });
});
