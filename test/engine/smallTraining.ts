import { dense, dropout, type Layer, randomState, type Sequential, sequential } from '../../lib/src/index.ts';

/** XOR. */
export const X = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
export const y = [0, 1, 1, 0];

const random = randomState(5);
/** 70 points, and on which side of a line they lie. */
export const many = Array.from({ length: 70 }, () => [...random.normal(0, 1, 2)]);
export const labels: number[] = many.map(([a, b]) => Number(a + b > 0));

export function network(rate = 0.3, seed = 3): Sequential {
  const layers: Layer[] = [
    dense({ units: 8, activation: 'relu' }),
    dropout({ rate }),
    dense({ units: 1, activation: 'sigmoid' }),
  ];
  return sequential(layers, { inputDim: 2, seed });
}

export const OPTIONS = { loss: 'binaryCrossentropy', batchSize: 16, seed: 7 } as const;
