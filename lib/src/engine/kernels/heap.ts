/** A heap of floats: float32 as in the compiled kernels, float64 where derivatives are checked. */
export type Heap = Float32Array | Float64Array;
