/** Every tolerance of the tests, in one place, each with its reason. */

/** Equations in float64 whose two sides are sums of a few thousand terms of size one: relative above 1. */
export const EXACT = 1e-12;

/** Least squares on columns that differ by 1e-7: the rounding of a target of 3, 2e-16, over their angle of 8e-8, and room. */
export const NEARLY_DEPENDENT = 1e-8;

/** The lecture prints float32 numbers to 7 or 8 digits. */
export const PRINTED_FLOAT32 = 1e-7;

/** Numbers the lecture rounds to four decimals, doubled: twice half a unit of the last place, and half a unit. */
export const PRINTED_DOUBLED = 1.5e-4;

/** Central differences of quadratic losses up to some thousands with step 0.01: rounding of the loss over the step. */
export const QUADRATIC_GRADIENT = 1e-9;

/**
 * 200 training steps in float32. `rounding` of test/fixtures/trajectory/trajectory.json is how far weights end from
 * the float64 run when nothing but the order of the summands changes (5.0e-7, 6.5e-7 and 4.2e-6 after 1, 10 and
 * 200 steps, the largest of eight orders); four times that. Losses are means of 100 such errors: PyTorch's own float32
 * run is 1.2e-7 from float64, eight times that. TensorFlow.js rounds 1 − β₂ᵗ to float32: its steps of 0.01 are 2.3e-5
 * longer, which over ten steps moves weights by 2.3e-6 and losses by twice as much.
 */
export const TRAJECTORY = {
  losses: 1e-6,
  weights: { 1: 2e-6, 10: 2.6e-6, 200: 1.7e-5 },
  tensorflow: 1e-5,
} as const;

/** One step of Adam, relative: Keras and TensorFlow.js round 1 − β₂ to float32 (4.8e-5, half of it after the root). */
export const ADAM_STEP = 5e-5;
/** A float32 training of 100 steps against the lecture's, printed with 7 or 8 digits: a few roundings per weight. */
export const TRAINED_FLOAT32 = 3e-7;

/**
 * The same 100 steps in Keras on JAX, which rounds at other places than the lecture's TensorFlow: 1.1e-6 from the printed
 * numbers, twice that. A step of Adam is 1e-3.
 */
export const KERAS_TRAINED = 2e-6;

/** Losses of ten epochs from the same weights in Keras on JAX and in the engine: float32 sums in another order. */
export const KERAS_LOSSES = 2e-5;

/** Probabilities from two float32 passes through five layers that sum in another order: a few roundings of 6e-8. */
export const PREDICTED_FLOAT32 = 1e-6;

/** Two float32 trainings of 100 Adam steps of 0.001 that differ in the order of operations only. */
export const REORDERED_FLOAT32 = 1e-6;

/**
 * The same where Adam's epsilon stands in another place, in steps of Adam: 3e-6 of a gradient of 1e-3, some of it in
 * each of the first steps. A wrong mask would be off by a whole step.
 */
export const OTHER_EPSILON = 0.02;

/**
 * A float32 function, or a short sum of numbers that the test fixes, against the same in another order or precision: a few
 * roundings of 6e-8, relative above 1. Kernels on drawn numbers are held to `roundings` of sideBySide.ts.
 */
export const KERNEL = 5e-7;

/** About where float32 runs out of normal numbers (1.2e-38): smaller results may come out as 0. */
export const SUBNORMAL = 2e-38;

/** Central differences in float64 with step 1e-5: truncation 1e-10 and rounding 1e-11, times derivatives up to some tens. */
export const CENTRAL_DIFFERENCE = 1e-7;

/** Statistics of random draws: a right program fails one check in 16,000. */
export const SIGMAS = 4;

/** Columns around 7 that spread over a few thousandths at the least: rounding of up to 30 sums of 7 over the spread, 1e-11, and room. */
export const STANDARDIZED = 1e-10;

/** Normals against NumPy: the same formula with a logarithm that is always rounded correctly, where C's is off in one of a thousand. */
export const NORMALS = 1e-15;

/**
 * Movements of a float32 weight of size one in steps of 0.01 and more, in units of the first step: two roundings of
 * 6e-8 over 0.01 are 1.2e-5; Adam's epsilon cancels, for the running mean of squares hardly changes in 12 steps.
 */
export const ADAM_ECHO = 1e-4;
