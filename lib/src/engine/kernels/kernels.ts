/**
 * The inner loops of the engine. Two implementations share this interface: SIMD in WebAssembly (`lib/kernels`),
 * which trains, and plain loops (`test/engine/kernels/plain.ts`), which are its oracle and, over a float64 heap, the
 * subject of the gradient checks.
 *
 * Every matrix lies in one heap of floats, row-major, its rows padded to a multiple of four floats (`stride`).
 * Arguments named like matrices are element offsets into the heap; 0 means "none". Padding columns start as
 * zeros, are computed along and never read into a result.
 */
export interface Kernels {
  /**
   * C = A·B + bias, followed by relu when asked: C is m × n, A(i, k) = heap[a + i·ai + k·ak], B(k, j) = heap[b + k·bk + j],
   * C(i, j) = heap[c + i·ci + j]. With (ai, ak) = (stride, 1) A is read as stored, with (1, stride) transposed.
   * Each element is summed over k in order, starting from 0 + bias, so that a bias of −0 leaves no trace.
   */
  product(
    a: number,
    ai: number,
    ak: number,
    b: number,
    bk: number,
    bias: number,
    c: number,
    ci: number,
    m: number,
    n: number,
    depth: number,
    relu: number,
  ): void;
  /** T = Wᵀ: W is rows × cols with `stride`, T is cols × rows with `tStride`. */
  transpose(w: number, rows: number, cols: number, stride: number, t: number, tStride: number): void;
  /** out(j) = Σ_i G(i, j). */
  columnSums(g: number, rows: number, stride: number, out: number): void;
  /** Row i of `out` becomes row heap[index + i] of `x`. */
  gather(x: number, stride: number, index: number, rows: number, out: number): void;

  sigmoid(z: number, a: number, count: number): void;
  tanh(z: number, a: number, count: number): void;
  softmax(z: number, a: number, rows: number, cols: number, stride: number): void;
  /** dz = da · f′(z), with f′ computed from a = f(z). */
  reluGradient(a: number, da: number, dz: number, count: number): void;
  sigmoidGradient(a: number, da: number, dz: number, count: number): void;
  tanhGradient(a: number, da: number, dz: number, count: number): void;
  softmaxGradient(a: number, da: number, dz: number, rows: number, cols: number, stride: number): void;

  /** mask(i) = 1 where word i of `words` (key0, key1, step, stream), below 2³², is at least `threshold`, else 0. */
  bernoulli(
    mask: number,
    count: number,
    threshold: number,
    key0: number,
    key1: number,
    step: number,
    stream: number,
  ): void;
  /** noise(i) ~ N(1, deviation²) from the same words. */
  gaussian(
    noise: number,
    count: number,
    deviation: number,
    key0: number,
    key1: number,
    step: number,
    stream: number,
  ): void;
  /** y = (x · scale) ⊙ mask. */
  multiply(x: number, mask: number, y: number, count: number, scale: number): void;

  /** Σ −y ln σ(z) − (1−y) ln(1−σ(z)) from the logits z; dz = (a − y) · scale with a = σ(z), 0 below 1e-15. */
  binaryCrossentropy(
    z: number,
    a: number,
    y: number,
    dz: number,
    rows: number,
    cols: number,
    stride: number,
    scale: number,
  ): number;
  /** Σ −y ln softmax(z) from the logits z; dz = (a Σy − y) · scale with a = softmax(z), 0 below 1e-15. */
  categoricalCrossentropy(
    z: number,
    a: number,
    y: number,
    dz: number,
    rows: number,
    cols: number,
    stride: number,
    scale: number,
  ): number;
  /** Σ (a − y)²; da = 2 (a − y) · scale. */
  meanSquaredError(
    a: number,
    y: number,
    da: number,
    rows: number,
    cols: number,
    stride: number,
    scale: number,
  ): number;
  /** How many elements of a lie on the same side of ½ as y does. */
  binaryMatches(a: number, y: number, rows: number, cols: number, stride: number): number;
  /** How many rows of a have their (first) maximum where y has it. */
  categoricalMatches(a: number, y: number, rows: number, cols: number, stride: number): number;

  /** w ← w − lr·g. */
  sgd(w: number, g: number, count: number, learningRate: number): void;
  /** u ← µu − lr·g, 0 once below 1e-30; w ← w + u, or with Nesterov w ← w + µu − lr·g. */
  momentum(
    w: number,
    g: number,
    u: number,
    count: number,
    learningRate: number,
    mu: number,
    nesterov: number,
  ): void;
  /** m ← m + (g − m)·share1, 0 once below 1e-30; v ← v + (g² − v)·share2; w ← w − rate·m / (√v + ε). */
  adam(
    w: number,
    g: number,
    m: number,
    v: number,
    count: number,
    rate: number,
    share1: number,
    share2: number,
    epsilon: number,
  ): void;
  /** g ← g + 2λw; returns λ Σ w². */
  l2(w: number, g: number, count: number, lambda: number): number;
  /** Scales every column of w (rows × stride) whose norm exceeds `limit` down to it. */
  maxNorm(w: number, rows: number, stride: number, limit: number): void;
  /** 1 when all of the `count` numbers are finite, else 0. */
  allFinite(w: number, count: number): number;
}
