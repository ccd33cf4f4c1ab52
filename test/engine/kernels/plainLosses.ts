import type { Heap } from '../../../lib/src/engine/kernels/arena.ts';
import type { Kernels } from '../../../lib/src/engine/kernels/kernels.ts';

type Losses = Pick<
  Kernels,
  | 'binaryCrossentropy'
  | 'categoricalCrossentropy'
  | 'meanSquaredError'
  | 'binaryMatches'
  | 'categoricalMatches'
>;

/**
 * x, or 0 where |x| is below 1e-15: gradients of points long learnt would become subnormal on their way back and slow
 * every product down. (Where y is 1, float32 lets a − y vanish below 6e-8 already.)
 */
function settled(x: number): number {
  return Math.abs(x) < 1e-15 ? 0 : x;
}

/** The losses as plain loops over `heap`. */
export function plainLosses(heap: Heap): Losses {
  /** Σ term(row + j) over the rows × cols elements, in order. */
  const total = (rows: number, cols: number, stride: number, term: (at: number) => number): number => {
    let sum = 0;
    for (let row = 0; row < rows * stride; row += stride) {
      for (let at = row; at < row + cols; at++) sum += term(at);
    }
    return sum;
  };
  return {
    binaryCrossentropy(z, a, y, dz, rows, cols, stride, scale) {
      return total(rows, cols, stride, at => {
        const logit = heap[z + at];
        heap[dz + at] = settled(heap[a + at] - heap[y + at]) * scale;
        return Math.max(logit, 0) - logit * heap[y + at] + Math.log1p(Math.exp(-Math.abs(logit)));
      });
    },
    categoricalCrossentropy(z, a, y, dz, rows, cols, stride, scale) {
      let sum = 0;
      for (let row = 0; row < rows * stride; row += stride) {
        const logits = Array.from(heap.subarray(z + row, z + row + cols));
        const top = Math.max(...logits);
        const logTotal = top + Math.log(total(1, cols, stride, at => Math.exp(logits[at] - top)));
        const weight = total(1, cols, stride, at => heap[y + row + at]);
        sum += total(1, cols, stride, at => {
          heap[dz + row + at] = settled(heap[a + row + at] * weight - heap[y + row + at]) * scale;
          return heap[y + row + at] * (logTotal - logits[at]);
        });
      }
      return sum;
    },
    meanSquaredError(a, y, da, rows, cols, stride, scale) {
      return total(rows, cols, stride, at => {
        const error = heap[a + at] - heap[y + at];
        heap[da + at] = 2 * error * scale;
        return error * error;
      });
    },
    binaryMatches(a, y, rows, cols, stride) {
      return total(rows, cols, stride, at => Number(heap[a + at] > 0.5 === heap[y + at] > 0.5));
    },
    categoricalMatches(a, y, rows, cols, stride) {
      const largest = (from: number): number => {
        const row = Array.from(heap.subarray(from, from + cols));
        return row.indexOf(Math.max(...row));
      };
      let count = 0;
      for (let row = 0; row < rows * stride; row += stride) {
        count += Number(largest(a + row) === largest(y + row));
      }
      return count;
    },
  };
}
