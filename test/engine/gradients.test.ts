import { describe, expect, it } from 'vitest';
import { architecture } from '../../lib/src/engine/architecture.ts';
import { padded } from '../../lib/src/engine/kernels/arena.ts';
import { lossKinds } from '../../lib/src/engine/losses/kinds.ts';
import { Network } from '../../lib/src/engine/network.ts';
import {
  type Activation,
  dense,
  dropConnect,
  dropout,
  gaussianDropout,
  l2,
  type Layer,
  type Loss,
  mask,
  type Matrix,
  matrix,
  randomState,
  sequential,
  spatialDropout,
} from '../../lib/src/index.ts';
import { CENTRAL_DIFFERENCE, KERNEL } from '../tolerances.ts';
import { plainArena } from './kernels/plain.ts';

const ROWS = 5;
const STEP = 1e-5;

/** A mask for every sample: of four units 1, 0 once in five, 0, 1 every second time; for factors, numbers between. */
function givenMask(cols: number, factors: boolean = false): Matrix {
  const row = (i: number) => [1, Number(i !== 2), 0, Number(i % 2 === 0)];
  const value = (i: number, j: number) => row(i)[j % 4] + (factors ? 0.1 * (i + j) : 0);
  return matrix(
    Array.from({ length: ROWS }, (_, i) => Array.from({ length: cols }, (_unit, j) => value(i, j))),
  );
}

/** The layers in a float64 arena with random weights: the loss as a function of them, and its gradients. */
function inFloat64(layers: readonly Layer[], loss: Loss, y: number[][]) {
  const shape = architecture(layers, 3);
  const random = randomState(4);
  const arena = plainArena(new Float64Array(2 ** 14));
  const network = new Network(arena, shape, ROWS);
  for (const { rows, cols, offset } of shape.slots) {
    arena.write(network.weights + offset, random.normal(0, 0.7, rows * cols), rows, cols);
  }
  const x = arena.store(random.normal(0, 1, ROWS * 3), ROWS, 3);
  const t = arena.store(y.flat(), ROWS, y[0].length);
  const masks = Object.fromEntries(
    shape.layers.flatMap(({ name, mask: masked }) => {
      const cols = masked && masked.shape[0] * masked.shape[1];
      return cols ? [[name, givenMask(cols, masked.factors)]] : [];
    }),
  );
  const pass = { rows: ROWS, training: true, key: [1, 2], step: 0, masks } as const;
  const bound = lossKinds[loss].bind(arena.kernels, network.last);
  const places = shape.slots.flatMap(({ rows, cols, offset }) =>
    Array.from({ length: rows * cols }, (_, k) => offset + Math.floor(k / cols) * padded(cols) + (k % cols)),
  );
  const value = (): number => {
    network.forward(x, pass);
    return bound.measure(t, ROWS) + network.regularize();
  };
  return {
    analytic(): number[] {
      network.forward(x, pass);
      bound.measure(t, ROWS);
      network.backward(pass, bound.fromLogits);
      network.regularize();
      return places.map(place => arena.heap[network.gradients + place]);
    },
    numerical(): number[] {
      return places.map(place => {
        const at = network.weights + place;
        const weight = arena.heap[at];
        arena.heap[at] = weight + STEP;
        const above = value();
        arena.heap[at] = weight - STEP;
        const below = value();
        arena.heap[at] = weight;
        return (above - below) / (2 * STEP);
      });
    },
    network,
  };
}

function worst(x: readonly number[], y: readonly number[]): number {
  return Math.max(...x.map((value, i) => Math.abs(value - y[i])));
}

const binary = Array.from({ length: ROWS }, (_, i) => [i % 2, 0.3]);
const classes = Array.from({ length: ROWS }, (_, i) => [0, 1, 2].map(j => Number(j === i % 3)));
const head = (activation: Activation, units: number) => dense({ units, activation });
const hidden = (activation: Activation) => dense({ units: 4, activation });

const STACKS: [string, Layer[], Loss, number[][]][] = [
  ...(['linear', 'relu', 'sigmoid', 'tanh', 'softmax'] as const).flatMap(
    (activation): [string, Layer[], Loss, number[][]][] => [
      [
        `${activation} below meanSquaredError`,
        [hidden(activation), head('linear', 2)],
        'meanSquaredError',
        binary,
      ],
      [
        `${activation} under meanSquaredError`,
        [hidden('tanh'), head(activation, 2)],
        'meanSquaredError',
        binary,
      ],
    ],
  ),
  ['binaryCrossentropy', [hidden('tanh'), head('sigmoid', 2)], 'binaryCrossentropy', binary],
  ['categoricalCrossentropy', [hidden('relu'), head('softmax', 3)], 'categoricalCrossentropy', classes],
  ...(['inverted', 'scale-down', 'none'] as const).map((scaling): [string, Layer[], Loss, number[][]] => [
    `dropout, ${scaling}`,
    [
      hidden('sigmoid'),
      dropout({ rate: 0.3, scaling }),
      hidden('tanh'),
      dropout({ rate: 0.6 }),
      head('sigmoid', 2),
    ],
    'binaryCrossentropy',
    binary,
  ]),
  ...(['linear', 'relu', 'sigmoid', 'tanh', 'softmax'] as const).map(
    (activation): [string, Layer[], Loss, number[][]] => [
      `dropConnect, ${activation}`,
      [hidden('tanh'), dropConnect({ units: 3, rate: 0.4, activation }), head('linear', 2)],
      'meanSquaredError',
      binary,
    ],
  ),
  [
    'dropConnect under binaryCrossentropy',
    [hidden('tanh'), dropConnect({ units: 2, rate: 0.4, activation: 'sigmoid' })],
    'binaryCrossentropy',
    binary,
  ],
  [
    'dropConnect on the input, with l2',
    [dropConnect({ units: 4, rate: 0.4, kernelRegularizer: l2(0.1) }), head('linear', 2)],
    'meanSquaredError',
    binary,
  ],
  ...[spatialDropout({ rate: 0.4, channels: 2 }), gaussianDropout({ rate: 0.4 })].map(
    (layer): [string, Layer[], Loss, number[][]] => [
      layer.kind,
      [hidden('tanh'), layer, head('linear', 2)],
      'meanSquaredError',
      binary,
    ],
  ),
  ['a fixed mask', [hidden('sigmoid'), mask([1, 1, 0, 1]), head('linear', 2)], 'meanSquaredError', binary],
  [
    'l2',
    [dense({ units: 4, activation: 'tanh', kernelRegularizer: l2(0.1) }), head('sigmoid', 2)],
    'binaryCrossentropy',
    binary,
  ],
];

describe('gradients equal central differences in float64', () => {
  it.each(STACKS)('%s', (_name, layers, loss, y) => {
    const subject = inFloat64(layers, loss, y);
    const analytic = subject.analytic();
    expect(Math.max(...analytic.map(Math.abs))).toBeGreaterThan(1e-3);
    expect(worst(analytic, subject.numerical())).toBeLessThan(CENTRAL_DIFFERENCE);
  });

  it('and the check sees a backward pass that forgets the mask', () => {
    const subject = inFloat64(
      [hidden('sigmoid'), dropout({ rate: 0.5, name: 'drop' }), head('linear', 2)],
      'meanSquaredError',
      binary,
    );
    const drop = subject.network.nodes[1];
    const { heap } = subject.network.arena;
    drop.backward = () => {
      heap.copyWithin(subject.network.nodes[0].output.grad, drop.output.grad, drop.output.grad + 4 * ROWS);
    };
    expect(worst(subject.analytic(), subject.numerical())).toBeGreaterThan(0.01);
  });

  it('and the check sees a cross-entropy handed on without its logits', () => {
    const subject = inFloat64([hidden('tanh'), head('sigmoid', 2)], 'binaryCrossentropy', binary);
    const { last } = subject.network;
    const { backward } = last;
    last.backward = pass => backward(pass, false);
    expect(worst(subject.analytic(), subject.numerical())).toBeGreaterThan(0.01);
  });
});

describe('model.gradients', () => {
  it('gives in float32 what the float64 network has, by layer name', () => {
    const layers = [hidden('tanh'), dropout({ rate: 0.3 }), head('sigmoid', 1)];
    const model = sequential(layers, { inputDim: 3, seed: 2 });
    const X = matrix([
      [0.5, -1, 2],
      [1, 0.2, -0.3],
    ]);
    const y = [1, 0];
    const masks = { dropout_1: [[1, 0, 1, 1]] };
    const options = { loss: 'meanSquaredError', training: true, masks } as const;
    const found = model.gradients(X, y, options);
    expect(Object.keys(found)).toEqual(['dense_1', 'dropout_1', 'dense_2']);
    expect(found.dense_1.kernel!.shape).toEqual([3, 4]);
    expect(found.dense_1.kernel!.column(1)).toEqual([0, 0, 0]);
    expect(found.dense_2.kernel!.row(1)).toEqual([0]);
    const out = model.forward(X, { training: true, masks }).column(0);
    const slope = out.map((a, i) => (a - y[i]) * a * (1 - a));
    const bias = found.dense_2.bias!.at(0, 0);
    expect(Math.abs(bias - (slope[0] + slope[1]))).toBeLessThan(KERNEL);
    expect(found.dense_2.output!.column(0)).toEqual(out.map((a, i) => Math.fround(a - y[i])));
  });
});
