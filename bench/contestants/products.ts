import { randomState } from 'dropout-lab';
import { withArena } from '../../lib/dist/engine/kernels/pool.js';
import type { Task, Training } from './protocol.ts';

/**
 * The matrix products of one training and nothing else: same kernel, same shapes, same order. Forward
 * H = X·W for every layer and batch, backward ∂W = Xᵀ·∂H and, but for the first layer, ∂X = ∂H·Wᵀ; and forward
 * for the validation points of every epoch.
 */
export function products(task: Task, { epochs, batchSize, width = 64 }: Training): void {
  const sizes = [2, width, width, width, width, 1];
  const rows = task.X.length;
  const random = randomState(1);
  withArena(arena => {
    const { product } = arena.kernels;
    const stride = (cols: number): number => (cols + 3) & ~3;
    const filled = (m: number, n: number): number => arena.store(random.standardNormal(m * n), m, n);
    const layers = sizes.slice(1).map((units, layer) => {
      const inputs = sizes[layer];
      return {
        inputs,
        units,
        x: filled(rows, inputs),
        dx: filled(rows, inputs),
        w: filled(inputs, units),
        wT: filled(units, inputs),
        dw: filled(inputs, units),
        h: filled(rows, units),
        dh: filled(rows, units),
      };
    });
    const forward = (m: number): void => {
      for (const { x, inputs, w, units, h } of layers) {
        product(x, stride(inputs), 1, w, stride(units), 0, h, stride(units), m, units, inputs, 0);
      }
    };
    const backward = (m: number): void => {
      for (const [i, { x, dx, inputs, wT, dw, units, dh }] of layers.entries()) {
        product(x, 1, stride(inputs), dh, stride(units), 0, dw, stride(units), inputs, units, m, 0);
        if (i) product(dh, stride(units), 1, wT, stride(inputs), 0, dx, stride(inputs), m, inputs, units, 0);
      }
    };
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (let from = 0; from < rows; from += batchSize) {
        const m = Math.min(batchSize, rows - from);
        forward(m);
        backward(m);
      }
      forward(task.XTest.length);
    }
  });
}
