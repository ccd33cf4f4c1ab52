import type { Kernels } from './kernels';

/** A heap of floats: float32 as in the compiled kernels, float64 where derivatives are checked. */
export type Heap = Float32Array | Float64Array;

/** Arena offsets of a batch of activations and of ∂loss/∂activation (same shape). */
export interface Tensor {
  value: number;
  grad: number;
  readonly cols: number;
  readonly stride: number;
}

/** Where an arena's floats live: element 0 to `base` are not for use (0 means "none" to the kernels). */
export interface Memory {
  readonly kernels: Kernels;
  readonly base: number;
  /** The heap with at least `length` elements; earlier views of it are void. Undefined where there is no room. */
  reserve(length: number): Heap | undefined;
}

/** Rounds up to a whole number of SIMD vectors. */
export function padded(count: number): number {
  return (count + 3) & ~3;
}

/** The rows × cols numbers at `offset` of a heap, whose rows are padded, without the padding. */
export function readRows(heap: Heap, offset: number, rows: number, cols: number): Float32Array {
  const stride = padded(cols);
  if (stride === cols) return new Float32Array(heap.subarray(offset, offset + rows * cols));
  const data = new Float32Array(rows * cols);
  for (let i = 0; i < rows; i++) {
    data.set(heap.subarray(offset + i * stride, offset + i * stride + cols), i * cols);
  }
  return data;
}

/** Copies rows × cols numbers to `offset` of a heap, rows padded. */
export function writeRows(
  heap: Heap,
  offset: number,
  data: ArrayLike<number>,
  rows: number,
  cols: number,
): void {
  const stride = padded(cols);
  if (stride === cols) return heap.set(data, offset);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) heap[offset + i * stride + j] = data[i * cols + j];
  }
}

/** Hands out regions of one heap, front to back; `clear` takes all of them back. */
export class Arena {
  readonly kernels: Kernels;
  /** The function that the arena works for, as error messages name it. */
  user = '';
  readonly #memory: Memory;
  #heap: Heap;
  #top: number;

  constructor(memory: Memory) {
    this.kernels = memory.kernels;
    this.#memory = memory;
    this.#top = memory.base;
    this.#heap = this.#reserve(memory.base);
  }

  get heap(): Heap {
    return this.#heap;
  }

  /** The offset of `count` fresh zeros, aligned to 16 floats, with 16 floats of slack behind them. */
  allocate(count: number): number {
    const offset = (this.#top + 15) & ~15;
    this.#top = offset + count + 16;
    if (this.#top > this.#heap.length) this.#heap = this.#reserve(this.#top);
    this.#heap.fill(0, offset, this.#top);
    return offset;
  }

  /** A new batch of activations with room for `rows` rows. */
  tensor(rows: number, cols: number): Tensor {
    const stride = padded(cols);
    const [value, grad] = [this.allocate(rows * stride), this.allocate(rows * stride)];
    return { value, grad, cols, stride };
  }

  /** The offset of a copy of rows × cols numbers, rows padded. */
  store(data: ArrayLike<number>, rows: number, cols: number): number {
    const stride = padded(cols);
    const offset = this.allocate(rows * stride);
    this.write(offset, data, rows, cols);
    return offset;
  }

  /** Copies rows × cols numbers to `offset`, rows padded. */
  write(offset: number, data: ArrayLike<number>, rows: number, cols: number): void {
    writeRows(this.#heap, offset, data, rows, cols);
  }

  /** The rows × cols numbers at `offset`, without the padding. */
  read(offset: number, rows: number, cols: number): Float32Array {
    return readRows(this.#heap, offset, rows, cols);
  }

  clear(): void {
    this.#top = this.#memory.base;
  }

  #reserve(length: number): Heap {
    const heap = this.#memory.reserve(length);
    if (heap) return heap;
    throw new RangeError(
      `${this.user}: the weights, the data and the outputs of every layer must fit in memory (4 GB at most). ` +
        `Got at least ${((4 * length) / 1e9).toFixed(1)} GB: take fewer rows at a time or fewer units.`,
    );
  }
}
