import { adam, fit, type Matrix, matrix } from 'dropout-lab';
import { withArena } from '../../lib/dist/engine/kernels/pool.js';
import { network } from './network.ts';
import type { Task, Training } from './protocol.ts';

/** One dense layer's matrices in the arena, by their sizes and offsets. */
interface Operands {
  readonly inputs: number;
  readonly units: number;
  readonly x: number;
  readonly xTest: number;
  readonly w: number;
  readonly turned: number;
  readonly dh: number;
  readonly out: number;
}

/** How long the products took, and how many of their multiplications were not by zero. */
export interface Products {
  readonly ms: number;
  readonly macs: number;
}

const padded = (cols: number): number => (cols + 3) & ~3;

/**
 * Time for the matrix products of one training and nothing else: same kernel, shapes and order, on the
 * matrices of a network halfway through it (a product may skip zeros: what relu and dropout leave matters). Forward
 * H = X·W for every layer and batch, backward ∂W = Xᵀ·∂H and, but for the first layer, ∂X = ∂H·Wᵀ; and forward
 * for the validation points of every epoch.
 */
export async function products(task: Task, training: Training): Promise<Products> {
  const { epochs, batchSize } = training;
  const rows = task.X.length;
  const layers = await halfway(task, training);
  return withArena('products', arena => {
    const { product } = arena.kernels;
    const bound = layers.map(({ x, xTest, w, dh }): Operands => {
      const store = ({ data, rows: m, cols: n }: Matrix): number => arena.store(data, m, n);
      const [inputs, units] = w.shape;
      const turned = arena.store(
        w.toArray()[0].flatMap((_, j) => w.column(j)),
        units,
        inputs,
      );
      const out = arena.allocate(Math.max(rows, inputs) * Math.max(padded(units), padded(inputs)));
      return { inputs, units, x: store(x), xTest: store(xTest), w: store(w), turned, dh: store(dh), out };
    });
    const forward = (m: number, input: 'x' | 'xTest'): void => {
      for (const { inputs, units, w, out, [input]: x } of bound) {
        product(x, padded(inputs), 1, w, padded(units), 0, out, padded(units), m, units, inputs, 0);
      }
    };
    const backward = (m: number): void => {
      for (const [i, { inputs, units, x, dh, turned, out }] of bound.entries()) {
        product(x, 1, padded(inputs), dh, padded(units), 0, out, padded(units), inputs, units, m, 0);
        if (i)
          product(dh, padded(units), 1, turned, padded(inputs), 0, out, padded(inputs), m, inputs, units, 0);
      }
    };
    const start = performance.now();
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (let from = 0; from < rows; from += batchSize) {
        const m = Math.min(batchSize, rows - from);
        forward(m, 'x');
        backward(m);
      }
      forward(task.XTest.length, 'xTest');
    }
    return { ms: performance.now() - start, macs: epochs * macsOf(task, layers, batchSize) };
  });
}

/** Multiplications of an epoch, as the loops above do them, whose left factor is not zero. */
function macsOf({ X, XTest }: Task, layers: readonly Factors[], batchSize: number): number {
  let macs = 0;
  const nonZero = ({ data, cols }: Matrix, rows: number): number =>
    Array.from(data.subarray(0, rows * cols)).filter(x => x !== 0).length;
  for (const [i, { x, xTest, w, dh }] of layers.entries()) {
    for (let from = 0; from < X.length; from += batchSize) {
      const rows = Math.min(batchSize, X.length - from);
      macs += 2 * nonZero(x, rows) * w.cols + (i && nonZero(dh, rows) * w.rows);
    }
    macs += nonZero(xTest, XTest.length) * w.cols;
  }
  return macs;
}

/** What one dense layer multiplies. */
interface Factors {
  readonly x: Matrix;
  readonly xTest: Matrix;
  readonly w: Matrix;
  readonly dh: Matrix;
}

/** What the dense layers multiply, in the middle of the training. */
async function halfway({ X, y, XTest }: Task, training: Training): Promise<Factors[]> {
  const model = network(training);
  const loss = 'binaryCrossentropy';
  const { epochs, batchSize } = training;
  const optimizer = adam({ learningRate: 0.01 });
  await fit(model, X, y, { loss, optimizer, epochs: Math.ceil(epochs / 2), batchSize });
  const active = { training: true, seed: 1 };
  const outputs = Object.values(model.activations(X, active));
  const outputsTest = Object.values(model.activations(XTest));
  const gradients = model.gradients(X, y, { ...active, loss });
  const matrices = model.layers.map(({ layer, name }, i) => ({
    layer,
    x: outputs[i - 1] ?? matrix(X),
    xTest: outputsTest[i - 1] ?? matrix(XTest),
    w: model.getWeights(name)[0],
    dh: gradients[name]?.preActivation as Matrix,
  }));
  return matrices.filter(({ layer }) => layer.kind === 'dense');
}
