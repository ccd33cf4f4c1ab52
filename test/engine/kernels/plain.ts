import { Arena, type Heap } from '../../../lib/src/engine/kernels/arena.ts';
import type { Kernels } from '../../../lib/src/engine/kernels/kernels.ts';
import { plainLosses } from './plainLosses.ts';
import { plainUpdates } from './plainUpdates.ts';
import { words } from './words.ts';

/** An arena over a plain heap, with the kernels as plain loops: float64 where derivatives are checked. */
export function plainArena(heap: Heap): Arena {
  return new Arena({
    kernels: plainKernels(heap),
    base: 16,
    reserve: length => (length > heap.length ? undefined : heap),
  });
}

/** The kernels as plain loops over `heap`: what the SIMD ones are held against. */
function plainKernels(heap: Heap): Kernels {
  return {
    ...products(heap),
    ...activations(heap),
    ...noise(heap),
    ...plainLosses(heap),
    ...plainUpdates(heap),
  };
}

type Products = Pick<Kernels, 'product' | 'transpose' | 'columnSums' | 'gather'>;

function products(heap: Heap): Products {
  const round = heap instanceof Float32Array ? Math.fround : (x: number) => x;
  return {
    product(a, ai, ak, b, bk, bias, c, ci, m, n, depth, relu) {
      for (let i = 0; i < m; i++) {
        for (let j = 0; j < n; j++) {
          let sum = bias ? 0 + heap[bias + j] : 0;
          for (let k = 0; k < depth; k++) {
            sum = round(sum + round(heap[a + i * ai + k * ak] * heap[b + k * bk + j]));
          }
          heap[c + i * ci + j] = relu && sum < 0 ? 0 : sum;
        }
      }
    },
    transpose(w, rows, cols, stride, t, tStride) {
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < cols; j++) heap[t + j * tStride + i] = heap[w + i * stride + j];
      }
    },
    columnSums(g, rows, stride, out) {
      for (let j = 0; j < stride; j++) {
        let sum = 0;
        for (let i = 0; i < rows; i++) sum = round(sum + heap[g + i * stride + j]);
        heap[out + j] = sum;
      }
    },
    gather(x, stride, index, rows, out) {
      for (let i = 0; i < rows; i++) {
        const from = x + heap[index + i] * stride;
        heap.copyWithin(out + i * stride, from, from + stride);
      }
    },
  };
}

type Activations = Pick<
  Kernels,
  'sigmoid' | 'tanh' | 'softmax' | 'reluGradient' | 'sigmoidGradient' | 'tanhGradient' | 'softmaxGradient'
>;

function activations(heap: Heap): Activations {
  const map = (count: number, to: number, f: (i: number) => number): void => {
    for (let i = 0; i < count; i++) heap[to + i] = f(i);
  };
  return {
    sigmoid(z, a, count) {
      map(count, a, i => 1 / (1 + Math.exp(-heap[z + i])));
    },
    tanh(z, a, count) {
      map(count, a, i => Math.tanh(heap[z + i]));
    },
    softmax(z, a, rows, cols, stride) {
      for (let i = 0; i < rows; i++) {
        const from = z + i * stride;
        const row = Array.from(heap.subarray(from, from + cols));
        const top = Math.max(...row);
        const powers = row.map(x => Math.exp(x - top));
        const total = powers.reduce((sum, x) => sum + x);
        heap.set(
          powers.map(x => x / total),
          a + i * stride,
        );
      }
    },
    reluGradient(a, da, dz, count) {
      map(count, dz, i => (heap[a + i] > 0 ? heap[da + i] : 0));
    },
    sigmoidGradient(a, da, dz, count) {
      map(count, dz, i => heap[da + i] * (heap[a + i] * (1 - heap[a + i])));
    },
    tanhGradient(a, da, dz, count) {
      map(count, dz, i => heap[da + i] * (1 - heap[a + i] * heap[a + i]));
    },
    softmaxGradient(a, da, dz, rows, cols, stride) {
      for (let row = 0; row < rows * stride; row += stride) {
        let mean = 0;
        for (let j = row; j < row + cols; j++) mean += heap[a + j] * heap[da + j];
        for (let j = row; j < row + cols; j++) heap[dz + j] = heap[a + j] * (heap[da + j] - mean);
      }
    },
  };
}

type Noise = Pick<Kernels, 'bernoulli' | 'gaussian' | 'multiply'>;

function noise(heap: Heap): Noise {
  return {
    bernoulli(mask, count, threshold, key0, key1, step, stream) {
      const word = words(key0, key1, step, stream);
      for (let i = 0; i < count; i++) {
        heap[mask + i] = word.next().value >= threshold ? 1 : 0;
      }
    },
    gaussian(out, count, deviation, key0, key1, step, stream) {
      const word = words(key0, key1, step, stream);
      const uniform = (): number => (word.next().value + 0.5) / 2 ** 32;
      for (let i = 0; i < count; i += 2) {
        const radius = deviation * Math.sqrt(-2 * Math.log(uniform()));
        const angle = 2 * Math.PI * uniform();
        heap[out + i] = 1 + radius * Math.cos(angle);
        heap[out + i + 1] = 1 + radius * Math.sin(angle);
      }
    },
    multiply(x, mask, y, count, scale) {
      for (let i = 0; i < count; i++) heap[y + i] = heap[x + i] * scale * heap[mask + i];
    },
  };
}
