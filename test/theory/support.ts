import * as fc from 'fast-check';
import {
  type DropoutNetwork,
  type LinearUnit,
  type MeanScaling,
  type NetworkActivation,
  randomState,
} from '../../lib/src/index.ts';

export const anyRate: fc.Arbitrary<number> = fc.double({ min: 0.05, max: 0.95, noNaN: true });
export const anyScaling: fc.Arbitrary<MeanScaling> = fc.constantFrom('scale-down', 'inverted');
export const anyNumber: fc.Arbitrary<number> = fc.double({ min: -2, max: 2, noNaN: true });
const anyVector = (length: number): fc.Arbitrary<number[]> =>
  fc.array(anyNumber, { minLength: length, maxLength: length });

/** Linear units of 1 to 7 inputs. */
export const anyUnit: fc.Arbitrary<LinearUnit> = fc
  .integer({ min: 1, max: 7 })
  .chain(n => fc.record({ inputs: anyVector(n), weights: anyVector(n), rate: anyRate, scaling: anyScaling }));

/** Networks of the given widths. */
export function anyNetwork(
  widths: readonly number[],
  activations: readonly NetworkActivation[],
  rates: readonly number[],
): fc.Arbitrary<DropoutNetwork> {
  const kernels = activations.map((_, l) =>
    fc.array(anyVector(widths[l + 1]), { minLength: widths[l], maxLength: widths[l] }),
  );
  return fc.record({
    kernels: fc.tuple(...kernels),
    biases: fc.tuple(...activations.map((_, l) => anyVector(widths[l + 1]))),
    activations: fc.constant(activations),
    rates: fc.constant(rates),
    scaling: anyScaling,
  });
}

/** The same network with its output before the sigmoid. */
export function withLogits(network: DropoutNetwork): DropoutNetwork {
  return { ...network, activations: [...network.activations.slice(0, -1), 'linear'] };
}

/** One sample of `inputs` numbers, as a matrix. */
export const anySample = (inputs: number): fc.Arbitrary<number[][]> => fc.tuple(anyVector(inputs));

/** A network with weights drawn from N(0, 1) by `seed`, for cases that must not depend on luck. */
export function normalNetwork(
  widths: readonly number[],
  activations: readonly NetworkActivation[],
  rates: readonly number[],
  seed: number,
): DropoutNetwork {
  const random = randomState(seed);
  const list = (n: number): number[] => Array.from(random.standardNormal(n));
  return {
    kernels: activations.map((_, l) => Array.from({ length: widths[l] }, () => list(widths[l + 1]))),
    biases: activations.map((_, l) => list(widths[l + 1])),
    activations,
    rates,
    scaling: 'scale-down',
  };
}
