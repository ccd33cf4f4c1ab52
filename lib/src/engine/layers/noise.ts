import type { Matrix } from '../../numpy/matrix';
import { randomState } from '../../numpy/random';
import { type Arena, padded } from '../kernels/arena';
import type { Node, Pass, Site } from './layer';

/** Fills `count` numbers at `at` from the words of a key, a step and a stream. */
export type Draw = (
  at: number,
  count: number,
  key0: number,
  key1: number,
  step: number,
  stream: number,
) => void;

/** A mask in place: one row of `cols` numbers for each sample. */
export interface Mask {
  readonly at: number;
  readonly cols: number;
  readonly stride: number;
  /** Writes the mask given for the layer or, in training, draws a new one. */
  fill(pass: Pass): void;
}

/** The Philox key of one purpose's noise. */
export function noiseKey(seed: number, purpose: string): [number, number] {
  const random = randomState(seed).spawn(purpose);
  return [random.uint32(), random.uint32()];
}

/** Draws 0 with probability `rate`, else 1. */
export function bernoulli(arena: Arena, rate: number): Draw {
  const threshold = Math.floor(rate * 2 ** 32);
  return (at, count, ...words) => {
    if (rate === 1) arena.heap.fill(0, at, at + count);
    else arena.kernels.bernoulli(at, count, threshold, ...words);
  };
}

/** 1 / (1 − rate): what keeps the mean of a sum of which the share `rate` is dropped; 0 where nothing is kept. */
export function inverted(rate: number): number {
  return rate === 1 ? 0 : 1 / (1 - rate);
}

/**
 * The mask of a layer. A layer with a `seed` draws it from a stream of its own purpose, wherever the layer stands; else it
 * follows from the pass and the layer's place. `shared` draws one row for all samples, or one number for all of a row.
 */
export function bindMask(
  { arena, name, index, capacity }: Site,
  cols: number,
  seed: number | null,
  draw: Draw,
  shared: readonly [rows: boolean, cols: boolean] = [false, false],
): Mask {
  const stride = padded(cols);
  const at = arena.allocate(capacity * stride + 16);
  const own = seed === null ? undefined : noiseKey(seed, 'masks of a layer');
  const [sharedRows, sharedCols] = shared;

  function spread(rows: number): void {
    const { heap } = arena;
    const drawn = heap.slice(at, at + rows * stride);
    const width = sharedCols ? 1 : stride;
    for (let k = 0; k < rows * stride; k++) {
      const [i, j] = [Math.floor(k / stride), k % stride];
      heap[at + k] = drawn[(sharedRows ? 0 : i) * width + (sharedCols ? 0 : j)];
    }
  }

  return {
    at,
    cols,
    stride,
    fill({ rows, training, key, step, masks }) {
      const given = masks?.[name];
      if (given) arena.write(at, rowsOf(given, rows, cols), rows, cols);
      if (given || !training) return;
      const count = (sharedRows ? 1 : rows) * (sharedCols ? 1 : stride);
      const [key0, key1] = own ?? key;
      draw(at, count, key0, key1, step, own ? 0 : index);
      if (sharedRows || sharedCols) spread(rows);
    },
  };
}

/**
 * The node of a layer that multiplies its input by a mask and a scale in training, by `predictionScale` in prediction. The
 * same linear map takes values forward and gradients backward.
 */
export function multiplied(site: Site, mask: Mask, scale: number, predictionScale: number = 1): Node {
  const { arena, input, capacity } = site;
  const output = arena.tensor(capacity, input.cols);
  const ones = predictionScale === 1 ? 0 : arena.allocate(capacity * output.stride);
  if (ones) arena.heap.fill(1, ones, ones + capacity * output.stride);

  function apply(from: number, to: number, { rows, training }: Pass): void {
    const count = rows * output.stride;
    if (training) arena.kernels.multiply(from, mask.at, to, count, scale);
    else if (ones) arena.kernels.multiply(from, ones, to, count, predictionScale);
    else arena.heap.copyWithin(to, from, from + count);
  }

  return {
    output,
    mask,
    forward(pass) {
      mask.fill(pass);
      apply(input.value, output.value, pass);
    },
    backward(pass) {
      apply(output.grad, input.grad, pass);
    },
  };
}

/** A given mask's numbers for `rows` rows of `cols`: a mask for all samples is repeated. */
function rowsOf({ data }: Matrix, rows: number, cols: number): ArrayLike<number> {
  if (data.length === rows * cols) return data;
  return Float32Array.from({ length: rows * cols }, (_, k) => data[k % cols]);
}
