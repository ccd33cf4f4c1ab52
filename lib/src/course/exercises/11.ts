import { randomState } from '../../numpy/random';
import { type Exercises, testedExercise } from '../exercise';
import { dropoutBackward } from '../build/dropoutBackward';
import { type Dropped, dropoutForward } from '../build/dropoutForward';
import { slope } from '../build/slope';
import { type HandMade, handMadeBackward, handMadeForward, type HandMadePass } from '../build/handMade';

type Forward = (h: number[], rate: number, random: () => number) => Dropped;
type Backward = (outGradient: number[], mask: number[], rate: number) => number[];
type Slope = (f: (w: number) => number, w: number) => number;
type NetworkBackward = (network: HandMade, t: number, pass: HandMadePass, rate: number) => HandMade;

const RATE = 0.25;
const UNITS = 10_000;

/** What a forward pass does to ten thousand ones at rate 0.25. */
function sample(forward: Forward): Dropped & { share: number; kept: number } {
  const random = randomState(11);
  const ones = Array.from({ length: UNITS }, () => 1);
  const { out, mask } = forward(ones, RATE, () => random.random());
  const dropped = out.filter(value => value === 0).length;
  return { out, mask, share: dropped / UNITS, kept: out.find(value => value !== 0) ?? 0 };
}

const near = (a: number, b: number, tolerance = 1e-9): boolean => Math.abs(a - b) <= tolerance;
/** Four standard errors of a share of ten thousand. */
const drops = (share: number) => (forward: Forward) => near(sample(forward).share, share, 0.0174);
const keepsAs = (value: number) => (forward: Forward) => near(sample(forward).kept, value);

function changesInput(forward: Forward): boolean {
  const h = [1, 2, 3, 4];
  forward(h, 0.5, () => 0.1);
  return h.join() !== '1,2,3,4';
}

const isList = (value: unknown, length: number): boolean => Array.isArray(value) && value.length === length;

function isDropped(forward: Forward): boolean {
  const returned = forward([1, 2], RATE, () => 0.9) as Partial<Dropped> | null;
  return isList(returned?.out, 2) && isList(returned?.mask, 2);
}

/** The random numbers that are handed in decide what is dropped. */
const takesRandom = (forward: Forward): boolean =>
  [0.9, 0.1].every(u =>
    forward([1, 2, 3, 4, 5, 6, 7, 8], RATE, () => u).mask.every(m => m === Number(u > RATE)),
  );

/** The mask has ones where the ones that were passed in are kept and scaled, and zeros elsewhere. */
const fitsMask = ({ out, mask }: Dropped): boolean =>
  out.every((value, j) => near(value, mask[j] / (1 - RATE)) && (mask[j] === 0 || mask[j] === 1));

/** The mask says 1 where the output is kept, and the kept outputs are the inputs over 1 − rate. */
function isForward(forward: Forward): boolean {
  const values = forward([3, -5], 0, () => 0).out;
  return (
    drops(RATE)(forward) &&
    fitsMask(sample(forward)) &&
    near(values[0], 3) &&
    near(values[1], -5) &&
    takesRandom(forward) &&
    !changesInput(forward)
  );
}

const gives = (factor: (mask: number) => number) => (backward: Backward) => {
  const answer = backward([1, -2, 4], [1, 0, 1], 0.75);
  return answer.length === 3 && [1, -2, 4].every((g, j) => near(answer[j], g * factor([1, 0, 1][j])));
};

const cube = (w: number): number => w ** 3;
/** The relative error on a cube and a sine. */
const isSlope = (scale: number, tolerance: number) => (answer: Slope) =>
  near(answer(cube, 2) / 12, scale, tolerance) && near(answer(Math.sin, 1) / Math.cos(1), scale, tolerance);

const NETWORK: HandMade = {
  W1: [
    [0.5, -1, 0.25, 1.5],
    [1, 0.5, -0.75, -2],
  ],
  b1: [0.1, 0.2, 0.3, -0.1],
  W2: [1, -0.5, 2, 0.75],
  b2: -0.2,
};

/** Three samples with masks of their own. */
const CASES = [
  { x: [1, 2], mask: [1, 0, 1, 1], t: 1 },
  { x: [0.5, -1], mask: [0, 1, 1, 1], t: 0 },
  { x: [-1, 0.5], mask: [1, 1, 0, 1], t: 1 },
].map(({ x, mask, t }) => {
  const drop = (h: number[]): Dropped => ({ mask, out: dropoutBackward(h, mask, 0.5) });
  return { t, pass: handMadeForward(NETWORK, x, drop) };
});

function isNetwork(answer: NetworkBackward): boolean {
  const gradient = answer(NETWORK, CASES[0].t, CASES[0].pass, 0.5) as Partial<HandMade> | null;
  const { W1, b1, W2, b2 } = gradient ?? {};
  const rows = isList(W1, 2) && W1!.every(row => isList(row, 4));
  return rows && isList(b1, 4) && isList(W2, 4) && typeof b2 === 'number';
}

const flat = ({ W1, b1, W2, b2 }: HandMade): number[] => [...W1.flat(), ...b1, ...W2, b2];

/** Whether the answer agrees with `expected` on all cases. */
const agrees = (expected: NetworkBackward) => (answer: NetworkBackward) =>
  CASES.every(({ t, pass }) => {
    const [ours, theirs] = [expected, answer].map(f => flat(f(NETWORK, t, pass, 0.5)));
    return ours.length === theirs.length && ours.every((value, k) => near(value, theirs[k]));
  });

/** The gradient with the hidden layer's part multiplied by `factor` unit by unit, where the ReLU is active. */
const withHidden =
  (factor: (j: number, pass: HandMadePass) => number): NetworkBackward =>
  (network, t, pass, rate) => {
    const right = handMadeBackward(network, t, pass, rate);
    const b1 = pass.h.map((_, j) => (pass.yHat - t) * network.W2[j] * factor(j, pass));
    return { ...right, b1, W1: pass.x.map(value => b1.map(gradient => value * gradient)) };
  };
const active = (h: number): number => Number(h > 0);

const scaledBy =
  (factor: (pass: HandMadePass, t: number) => number): NetworkBackward =>
  (network, t, pass, rate) => {
    const { W1, b1, W2, b2 } = handMadeBackward(network, t, pass, rate);
    const times = (list: number[]): number[] => list.map(value => value * factor(pass, t));
    return { W1: W1.map(times), b1: times(b1), W2: times(W2), b2: b2 * factor(pass, t) };
  };

export const exercises11: Exercises = {
  forward: testedExercise<Forward>({
    question: 'dropout, forward',
    isStub: forward => forward([], 0.5, () => 0) === undefined,
    standIn: dropoutForward,
    passes: forward => isDropped(forward) && isForward(forward),
    hints: [
      [
        forward => !isDropped(forward),
        'Return an object `{ out, mask }`: two lists, each with one number for each unit.',
      ],
      [changesInput, 'You changed `h` itself. The backward pass still needs it: return a new array.'],
      [drops(1 - RATE), 'You drop three quarters of the units at rate 0.25: `rate` is the share to drop.'],
      [drops(0), 'Nothing is dropped. Draw one `random()` for each unit and compare it with `rate`.'],
      [drops(1), 'Everything is dropped. Draw one `random()` for each unit and compare it with `rate`.'],
      [keepsAs(1), 'The mask is correct. Now scale what is kept, so that its mean stays the same.'],
      [keepsAs(4), 'You divide by `rate`. Divide by the probability to be kept.'],
      [keepsAs(0.75), 'You multiply by `1 - rate`. The units that are kept must become larger.'],
      [
        forward => fitsMask(sample(forward)) && !takesRandom(forward),
        'Draw from the `random` that is handed in, once for each unit: the same numbers give the same mask.',
      ],
      [drops(RATE), '`out` is correct, but `mask` must be 1 where a unit is kept and 0 where it is dropped.'],
    ],
    because: 'a quarter of the units is dropped, and the others are four thirds of what they were.',
  }),
  backward: testedExercise<Backward>({
    question: 'dropout, backward',
    isStub: backward => backward([], [], 0.5) === undefined,
    standIn: dropoutBackward,
    passes: gives(mask => mask / 0.25),
    hints: [
      [gives(() => 1), 'The gradient passes unchanged. What is ∂out/∂h of a unit that was dropped?'],
      [gives(() => 4), 'You scale all units. A dropped unit passes no gradient: multiply by its mask entry.'],
      [gives(mask => mask), 'The mask is applied; the factor of the forward pass is missing.'],
      [gives(mask => mask / 0.75), 'You divide by `rate`. The forward pass divided by `1 - rate`.'],
      [gives(mask => mask * 0.25), 'You multiply by `1 - rate`. The forward pass divided by it.'],
      [gives(mask => (1 - mask) / 0.25), 'The gradient passes where the unit was dropped: 1 means kept.'],
      [
        () => true,
        'Compare with the formula: a kept unit passes 1 / (1 − rate) times its gradient, a dropped one 0.',
      ],
    ],
    because: 'a product with a constant has the same constant as its derivative.',
  }),
  slope: testedExercise<Slope>({
    question: 'finite difference',
    isStub: answer => answer(cube, 1) === undefined,
    standIn: slope,
    passes: isSlope(1, 1e-7),
    hints: [
      [isSlope(2, 1e-4), 'You divide by the step; the two points are two steps apart.'],
      [isSlope(0.5, 1e-4), 'Half the slope: the two points are only one step apart.'],
      [isSlope(-1, 1e-4), 'The sign is wrong: subtract the value on the left from the value on the right.'],
      [isSlope(0, 1e-9), 'The two values are equal: is the step so small that `w + step` is `w`?'],
      [
        isSlope(1, 1e-2),
        'You are close, but not to seven digits. Step to both sides, and choose a step near 1e-5.',
      ],
    ],
    because: 'seven digits or more are correct. Central differences with a step near 1e-5 reach ten.',
  }),
  network: testedExercise<NetworkBackward>({
    question: 'the network, backward',
    isStub: network => network(NETWORK, CASES[0].t, CASES[0].pass, 0.5) === undefined,
    standIn: handMadeBackward,
    passes: answer => isNetwork(answer) && agrees(handMadeBackward)(answer),
    hints: [
      [
        answer => !isNetwork(answer),
        'Return `{ W1, b1, W2, b2 }` in the shape of the network: `W1` has a row for each input.',
      ],
      [agrees(scaledBy(() => -1)), 'The sign is wrong: the derivative starts with `yHat - t`.'],
      [
        agrees(scaledBy(({ yHat }) => yHat * (1 - yHat))),
        'The sigmoid’s derivative cancels in the cross-entropy: start from `yHat - t` alone.',
      ],
      [
        agrees(withHidden((j, { h }) => active(h[j]))),
        'The gradient of the hidden layer ignores the mask: it must pass through `dropoutBackward`.',
      ],
      [
        agrees(withHidden((j, { h, mask }) => active(h[j]) * mask[j])),
        'The hidden layer’s gradient has the mask, but not the factor 1 / (1 - rate).',
      ],
      [
        agrees(withHidden((j, { mask }) => mask[j] / 0.5)),
        'The ReLU is missing on the way back: where `h` is 0, its derivative is 0.',
      ],
      [
        agrees((network, t, pass, rate) => ({
          ...handMadeBackward(network, t, pass, rate),
          W2: pass.h.map(value => value * (pass.yHat - t)),
        })),
        'The gradient of `W2` needs what `W2` was multiplied with: `out`, not `h`.',
      ],
      [
        () => true,
        'At least one derivative is wrong. Compare `b2`, `W2`, `b1` and `W1` with the formulas, in this order.',
      ],
    ],
    because: 'it agrees with the engine on every weight, under every mask.',
  }),
};
