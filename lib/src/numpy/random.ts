import { checkArray, checkFinite, checkInteger, checkNumber, checkSeed, checkText } from '../check';
import { type Options, readOptions } from '../options';
import { MersenneTwister } from './mersenneTwister';
import { Matrix } from './matrix';
import { PolarNormals } from './polarNormals';

const MAX_SIZE = 2 ** 31 - 1;

const choiceTable = {
  /** Whether an element may be drawn twice. Default true. */
  replace: { type: 'boolean', default: true },
} as const;

type ChoiceOptions = Options<typeof choiceTable>;

/** How many numbers to draw: a length, or a shape [rows, cols]. */
export type Size = number | readonly [number, number];

/**
 * NumPy's legacy `RandomState`: the same seed gives the same numbers here and in Python. Uniforms, integers and orders
 * are the same bit for bit. So are normals but for the last bit of a few in ten thousand, where C's logarithm is rounded the
 * other way; the same seed gives the same bits on every platform.
 *
 * MT19937 (Matsumoto and Nishimura 1998) with NumPy's stream-compatible distributions: 53-bit uniforms, the polar
 * method for normals (they come in pairs; the second waits for the next call), masked rejection for integers.
 * Every method that takes a `size` returns one number without it and an array of that length with it; those of real
 * numbers also take a shape, [rows, cols], and return a matrix. Every one throws a TypeError or RangeError for arguments outside its domain.
 *
 * @example
 * const random = randomState(42);
 * random.random();       // 0.3745401188473625, as np.random.RandomState(42).random_sample()
 * random.permutation(5); // Int32Array of the numbers 0 to 4 in random order
 */
export class RandomState {
  /** The seed it was built with; a spawned stream keeps its parent's. */
  readonly seed: number;
  readonly #path: readonly number[];
  readonly #bits: MersenneTwister;
  readonly #normals: PolarNormals;

  /** @throws RangeError unless `seed` is an integer in [0, 2^32 − 1]. A `path` is what `spawn` hands down. */
  constructor(seed: number, path: readonly number[] = []) {
    checkSeed({ fn: 'randomState', name: 'seed' }, seed);
    this.seed = seed;
    this.#path = path;
    this.#bits = new MersenneTwister(path.length ? [seed, ...path] : seed);
    this.#normals = new PolarNormals(this.#bits);
  }

  /**
   * An independent stream for one purpose. It depends on the seed and the name only and takes nothing from this
   * stream, so that a draw added in one place never changes another.
   *
   * Seeded with (seed, length of name, characters of name) through MT19937's own `init_by_array` rather than with
   * a 32-bit hash: the whole key enters the state, so names do not collide, and Python can follow with
   * `np.random.RandomState([seed, len(name), *map(ord, name)])`.
   *
   * @throws TypeError when `name` is not a string; RangeError when it is empty.
   * @example
   * const masks = randomState(1).spawn('masks');
   */
  spawn(name: string): RandomState {
    checkText({ fn: 'RandomState.spawn', name: 'name', meaning: 'what the stream is for' }, name);
    const characters = Array.from(name, character => character.codePointAt(0) as number);
    return new RandomState(this.seed, [...this.#path, characters.length, ...characters]);
  }

  /** The next 32 random bits, as an integer in [0, 2^32 − 1]. */
  uint32(): number {
    return this.#bits.next() >>> 0;
  }

  /** Uniform in [0, 1), with 53 random bits each. */
  random(): number;
  random(size: number): Float64Array;
  random(shape: readonly [number, number]): Matrix;
  random(size?: Size): number | Float64Array | Matrix {
    if (size === undefined) return this.#bits.uniform();
    return filled('random', size, values => this.#bits.drawInto(values));
  }

  /** Uniform in [low, high): low + (high − low) · random(). */
  uniform(low: number, high: number): number;
  uniform(low: number, high: number, size: number): Float64Array;
  uniform(low: number, high: number, shape: readonly [number, number]): Matrix;
  uniform(low: number, high: number, size?: Size): number | Float64Array | Matrix {
    checkFinite({ fn: 'uniform', name: 'low' }, low);
    checkFinite({ fn: 'uniform', name: 'high' }, high);
    checkFinite({ fn: 'uniform', name: 'high - low' }, high - low);
    if (size === undefined) return low + (high - low) * this.#bits.uniform();
    return filled('uniform', size, values => {
      this.#bits.drawInto(values);
      for (let i = 0; i < values.length; i++) values[i] = low + (high - low) * values[i];
    });
  }

  /** Normal with mean 0 and standard deviation 1. */
  standardNormal(): number;
  standardNormal(size: number): Float64Array;
  standardNormal(shape: readonly [number, number]): Matrix;
  standardNormal(size?: Size): number | Float64Array | Matrix {
    if (size === undefined) return this.#normals.next();
    return filled('standardNormal', size, values => this.#normals.drawInto(values));
  }

  /** Normal with mean `loc` and standard deviation `scale`: loc + scale · standardNormal(). */
  normal(loc: number, scale: number): number;
  normal(loc: number, scale: number, size: number): Float64Array;
  normal(loc: number, scale: number, shape: readonly [number, number]): Matrix;
  normal(loc: number, scale: number, size?: Size): number | Float64Array | Matrix {
    checkFinite({ fn: 'normal', name: 'loc', meaning: 'mean' }, loc);
    checkNumber({ fn: 'normal', name: 'scale', meaning: 'standard deviation' }, scale, { min: 0 });
    if (size === undefined) return loc + scale * this.#normals.next();
    return filled('normal', size, values => {
      this.#normals.drawInto(values);
      for (let i = 0; i < values.length; i++) values[i] = loc + scale * values[i];
    });
  }

  /** Integers uniform in [low, high), `high` excluded as in NumPy; both within 32 bits. */
  randint(low: number, high: number): number;
  randint(low: number, high: number, size: number): Int32Array;
  randint(low: number, high: number, size?: number): number | Int32Array {
    checkInteger({ fn: 'randint', name: 'low' }, low, -(2 ** 31), 2 ** 31 - 1);
    checkInteger({ fn: 'randint', name: 'high', meaning: 'excluded' }, high, low + 1, 2 ** 31);
    if (size === undefined) return low + upTo(this.#bits, high - low - 1);
    return new Int32Array(sizeOf('randint', size)).map(() => low + upTo(this.#bits, high - low - 1));
  }

  /** The numbers 0 … n − 1, or a copy of an array, in random order. */
  permutation(n: number): Int32Array;
  permutation<T>(array: ArrayLike<T>): T[];
  permutation<T>(source: number | ArrayLike<T>): Int32Array | T[] {
    if (typeof source === 'number') {
      checkInteger({ fn: 'permutation', name: 'n' }, source, 0, MAX_SIZE);
      const indices = new Int32Array(source).map((_, i) => i);
      this.shuffle(indices);
      return indices;
    }
    checkArray({ fn: 'permutation', name: 'array' }, source);
    const copy = Array.from(source);
    this.shuffle(copy);
    return copy;
  }

  /** Brings an array into random order, in place (Fisher and Yates, from the end). */
  shuffle<T>(array: { readonly length: number; [index: number]: T }): void {
    checkArray({ fn: 'shuffle', name: 'array' }, array);
    this.shuffleBy(array.length, (i, j) => {
      const item = array[i];
      array[i] = array[j];
      array[j] = item;
    });
  }

  /** The same for n items of any kind, such as rows of a matrix with their labels: `swap` exchanges items i and j. */
  shuffleBy(n: number, swap: (i: number, j: number) => void): void {
    checkInteger({ fn: 'shuffleBy', name: 'n', meaning: 'number of items' }, n, 0, MAX_SIZE);
    for (let i = n - 1; i > 0; i--) swap(i, upTo(this.#bits, i));
  }

  /** `size` of the numbers 0 … n − 1, or of the elements of an array; each at most once when `replace` is false. */
  choice(n: number, size: number, options?: ChoiceOptions): Int32Array;
  choice<T>(array: ArrayLike<T>, size: number, options?: ChoiceOptions): T[];
  choice<T>(source: number | ArrayLike<T>, size: number, options: ChoiceOptions = {}): Int32Array | T[] {
    const { replace } = readOptions('choice', choiceTable, options);
    if (typeof source !== 'number') {
      checkArray({ fn: 'choice', name: 'array' }, source);
      return Array.from(this.choice(source.length, size, { replace }), i => source[i]);
    }
    checkInteger({ fn: 'choice', name: 'n', meaning: 'how many to choose from' }, source, 1, MAX_SIZE);
    checkInteger({ fn: 'choice', name: 'size' }, size, 0, replace ? MAX_SIZE : source);
    return replace ? this.randint(0, source, size) : this.permutation(source).slice(0, size);
  }
}

/** Uniform in [0, last]: the smallest mask that covers `last`, drawn again while the value lies above it. */
function upTo(bits: MersenneTwister, last: number): number {
  if (last === 0) return 0;
  const unused = Math.clz32(last);
  for (;;) {
    const value = (bits.next() << unused) >>> unused;
    if (value <= last) return value;
  }
}

/** Shorthand for `new RandomState(seed)`. */
export function randomState(seed: number): RandomState {
  return new RandomState(seed);
}

/** As many numbers as `size` asks for, drawn by `draw`: row by row where it is a shape. */
function filled(fn: string, size: Size, draw: (values: Float64Array) => void): Float64Array | Matrix {
  const shape = Array.isArray(size) && size.length === 2 ? (size as [number, number]) : undefined;
  if (shape)
    shape.forEach((length, index) => checkInteger({ fn, name: 'shape', index }, length, 0, MAX_SIZE));
  const values = new Float64Array(sizeOf(fn, shape ? shape[0] * shape[1] : (size as number)));
  draw(values);
  return shape ? new Matrix(shape[0], shape[1], values) : values;
}

function sizeOf(fn: string, size: number): number {
  checkInteger({ fn, name: 'size', meaning: 'number of draws' }, size, 0, MAX_SIZE);
  return size;
}
