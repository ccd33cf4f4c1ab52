/** Every tolerance of the tests, in one place, each with its reason. */

/** Equations in float64 whose two sides are sums of a few thousand terms of size one: relative above 1. */
export const EXACT = 1e-12;

/** The lecture prints float32 numbers to 7 or 8 digits. */
export const PRINTED_FLOAT32 = 1e-7;

/** Numbers the lecture rounds to four decimals, doubled: twice half a unit of the last place, and half a unit. */
export const PRINTED_DOUBLED = 1.5e-4;

/** Central differences of quadratic losses up to some thousands with step 0.01: rounding of the loss over the step. */
export const QUADRATIC_GRADIENT = 1e-9;
