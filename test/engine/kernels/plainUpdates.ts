import type { Heap } from '../../../lib/src/engine/kernels/arena.ts';
import type { Kernels } from '../../../lib/src/engine/kernels/kernels.ts';

type Updates = Pick<Kernels, 'sgd' | 'momentum' | 'adam' | 'l2' | 'maxNorm' | 'allFinite'>;

/** x, or 0 where |x| is below 1e-30: moments that fade to subnormal numbers would slow every later step down. */
function settled(x: number): number {
  return Math.abs(x) < 1e-30 ? 0 : x;
}

/** The steps of the optimizers, the penalty and the constraint, as plain loops over `heap`. */
export function plainUpdates(heap: Heap): Updates {
  return {
    sgd(w, g, count, learningRate) {
      for (let i = 0; i < count; i++) heap[w + i] -= learningRate * heap[g + i];
    },
    momentum(w, g, u, count, learningRate, mu, nesterov) {
      for (let i = 0; i < count; i++) {
        const step = learningRate * heap[g + i];
        heap[u + i] = settled(mu * heap[u + i] - step);
        heap[w + i] += nesterov ? mu * heap[u + i] - step : heap[u + i];
      }
    },
    adam(w, g, m, v, count, rate, share1, share2, epsilon) {
      for (let i = 0; i < count; i++) {
        const gradient = heap[g + i];
        heap[m + i] = settled(heap[m + i] + (gradient - heap[m + i]) * share1);
        heap[v + i] += (gradient * gradient - heap[v + i]) * share2;
        heap[w + i] -= (rate * heap[m + i]) / (Math.sqrt(heap[v + i]) + epsilon);
      }
    },
    l2(w, g, count, lambda) {
      let penalty = 0;
      for (let i = 0; i < count; i++) {
        penalty += lambda * heap[w + i] ** 2;
        heap[g + i] += 2 * lambda * heap[w + i];
      }
      return penalty;
    },
    maxNorm(w, rows, stride, limit) {
      for (let j = 0; j < stride; j++) {
        let square = 0;
        for (let i = 0; i < rows; i++) square += heap[w + i * stride + j] ** 2;
        const norm = Math.sqrt(square);
        if (norm <= limit) continue;
        for (let i = 0; i < rows; i++) heap[w + i * stride + j] *= limit / norm;
      }
    },
    allFinite(w, count) {
      return Number(heap.subarray(w, w + count).every(Number.isFinite));
    },
  };
}
