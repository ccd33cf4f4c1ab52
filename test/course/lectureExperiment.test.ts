import { describe, expect, it } from 'vitest';
import { dropout, lectureExperiment, runExperiment } from '../../lib/src/index.ts';

describe('lectureExperiment', () => {
  it("describes section 10's network", () => {
    const { layers, fit } = lectureExperiment({ rate: 0.3 });
    expect(layers.map(layer => layer.kind).join(' ')).toBe(
      'dense dropout dense dropout dense dropout dense dropout dense',
    );
    expect(fit).toMatchObject({ loss: 'binaryCrossentropy', epochs: 100, batchSize: 100 });
  });

  it('is logistic regression at depth 0', () => {
    expect(lectureExperiment({ depth: 0, rate: 0.5 }).layers).toHaveLength(1);
  });

  it('puts one dropout layer of the given rate and scaling after each hidden layer, none for a rate of 0', () => {
    const { layers } = lectureExperiment({ rate: 0.3, scaling: 'scale-down', depth: 2 });
    const drop = dropout({ rate: 0.3, scaling: 'scale-down' });
    expect(layers.map(({ kind }) => kind)).toEqual(['dense', 'dropout', 'dense', 'dropout', 'dense']);
    expect([layers[1], layers[3]]).toEqual([drop, drop]);
    expect(lectureExperiment().layers.map(({ kind }) => kind)).toEqual(Array(5).fill('dense'));
  });

  it('scales down in prediction: untrained logits become (1 − rate)^depth times as large', async () => {
    const X = [[1, 2]];
    const logit = async (scaling: 'inverted' | 'scale-down'): Promise<number> => {
      const changes = { rate: 0.25, depth: 2, epochs: 0, nFresh: 10, scaling };
      const { predictions } = await runExperiment({ ...lectureExperiment(changes), predictAt: X }, 1);
      const [p] = predictions!;
      return Math.log(p / (1 - p));
    };
    const [whole, scaled] = [await logit('inverted'), await logit('scale-down')];
    expect(Math.abs(whole)).toBeGreaterThan(0.1);
    expect(Math.abs(scaled / whole - 0.75 ** 2)).toBeLessThan(1e-5);
  });

  it.each([
    ['rate', [NaN, -0.1, 1.1, '1', null]],
    ['scaling', ['up', null, 1]],
    ['width', [0, 1.5, '8', null]],
    ['depth', [-1, 0.5, 101]],
    ['weightDecay', [-1, NaN, null]],
    ['epochs', [-1, 0.5]],
    ['batchSize', [0, 0.5]],
    ['learningRate', [0, -1, NaN, '1']],
  ])('refuses a wrong %s by name', (name, values) => {
    for (const value of values) {
      expect(() => lectureExperiment({ [name]: value } as never), String(value)).toThrow(
        new RegExp(`^lectureExperiment: ${name} .*must .* Got `),
      );
    }
  });

  it('hands changes of the data on, and refuses what it does not know', () => {
    expect(lectureExperiment({ nTrain: 60 }).data).toEqual({ ...lectureExperiment().data, nTrain: 60 });
    expect(() => lectureExperiment({ rates: 0.5 } as never)).toThrow(
      'lectureExperiment: option must be one of',
    );
  });
});
