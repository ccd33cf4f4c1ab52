import { sigmoid } from '../../theory/functions';
import { dropoutBackward } from './dropoutBackward';
import { type Dropped } from './dropoutForward';

/** The weights of a network with one hidden ReLU layer and one sigmoid output; a gradient has the same shape. */
export interface HandMade {
  /** inputs × units */
  readonly W1: number[][];
  readonly b1: number[];
  /** One weight for each hidden unit. */
  readonly W2: number[];
  readonly b2: number;
}

/** One sample on its way through the network: input, hidden layer, hidden layer after dropout, output. */
export interface HandMadePass extends Dropped {
  readonly x: number[];
  readonly h: number[];
  readonly yHat: number;
}

/** One sample forward. `drop` is the dropout layer; the identity with a mask of ones in prediction. */
export function handMadeForward(
  { W1, b1, W2, b2 }: HandMade,
  x: number[],
  drop: (h: number[]) => Dropped,
): HandMadePass {
  const h = b1.map((bias, j) =>
    Math.max(
      0,
      x.reduce((z, value, i) => z + value * W1[i][j], bias),
    ),
  );
  const { out, mask } = drop(h);
  const yHat = sigmoid(out.reduce((z, value, j) => z + value * W2[j], b2));
  return { x, h, out, mask, yHat };
}

/** The gradient of the cross-entropy of one sample with label `t`, 0 or 1. */
export function handMadeBackward(network: HandMade, t: number, pass: HandMadePass, rate: number): HandMade {
  const { x, h, out, mask, yHat } = pass;
  const delta = yHat - t;
  const outGradient = network.W2.map(weight => weight * delta);
  const hGradient = dropoutBackward(outGradient, mask, rate);
  const b1 = hGradient.map((gradient, j) => (h[j] > 0 ? gradient : 0));
  return {
    W1: x.map(value => b1.map(gradient => value * gradient)),
    b1,
    W2: out.map(value => value * delta),
    b2: delta,
  };
}
