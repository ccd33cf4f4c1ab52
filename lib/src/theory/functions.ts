import { exp, log, log1p } from '../elementary/index';
import { type Options, readOptions } from '../options';

/** The logistic function: σ(z) = 1 / (1 + e^−z). */
export function sigmoid(z: number): number {
  return 1 / (1 + exp(-z));
}

/** The inverse of the sigmoid: logit(p) = ln p − ln(1 − p), ±Infinity at 1 and 0. */
export function logit(p: number): number {
  return log(p) - log1p(-p);
}

/** softplus(z) = ln(1 + e^z), the log-partition function of the logistic unit; its derivative is the sigmoid. */
export function softplus(z: number): number {
  return Math.max(z, 0) + log1p(exp(-Math.abs(z)));
}

/** relu(z) = max(z, 0) */
export function relu(z: number): number {
  return Math.max(z, 0);
}

/** The lecture's loss for one output: ½ (y − ŷ)². */
export function halfSquaredError(target: number, output: number): number {
  const error = target - output;
  return (error * error) / 2;
}

const table = {
  /** true: as the logit z of the probability σ(z), as in Keras's `from_logits`; default false: as the probability. */
  fromLogits: { type: 'boolean', default: false },
} as const;

/** How a prediction is given. */
export type PredictionOptions = Options<typeof table>;

/** Whether predictions are logits, on behalf of `fn`. */
export function areLogits(fn: string, options: PredictionOptions): boolean {
  return readOptions(fn, table, options).fromLogits;
}

/**
 * Binary cross-entropy of one prediction: −y ln ŷ − (1 − y) ln(1 − ŷ), in nats, with 0 · ∞ = 0;
 * y softplus(−z) + (1 − y) softplus(z) from a logit.
 *
 * A certain prediction costs 0 if it is right and Infinity if it is wrong. Returns NaN for ŷ outside [0, 1]. Near 1
 * precision is lost in 1 − ŷ; pass the logit instead.
 *
 * @throws TypeError or RangeError for options other than `fromLogits`, true or false
 * @example
 * crossEntropy(1, 0.5);                     // 0.6931…
 * crossEntropy(0, 40, { fromLogits: true }); // 40, where crossEntropy(0, sigmoid(40)) is Infinity
 */
export function crossEntropy(target: number, output: number, options: PredictionOptions = {}): number {
  const [one, zero] = areLogits('crossEntropy', options)
    ? [softplus(-output), softplus(output)]
    : [-log(output), -log1p(-output)];
  return share(target, one) + share(1 - target, zero);
}

function share(weight: number, cost: number): number {
  return weight === 0 && cost === Infinity ? 0 : weight * cost;
}
