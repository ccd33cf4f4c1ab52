import { randomState } from '../../numpy/random';
import { type Exercises, testedExercise } from '../exercise';
import { batchOf, type MuseumLayer } from '../museum/museumLayer';
import { symptoms } from '../museum/symptoms';
import { type LayerTest, type Visit, visit } from '../museum/visit';

type Maker = (rate: number, random: () => number) => MuseumLayer;

const visits = new WeakMap<LayerTest, Visit>();

/** A visit takes a second or two: each test makes it once. */
function visitOf(test: LayerTest): Visit {
  const visited = visits.get(test) ?? visit(test);
  visits.set(test, visited);
  return visited;
}

const list = (names: readonly string[]): string => names.join(', ');

/** What is wrong with a repaired layer, at two rates. */
function faultsOf(make: Maker): string[] {
  const found = [0.25, 0.6].flatMap(rate => {
    const random = randomState(12);
    return symptoms(make(rate, () => random.random()));
  });
  return Array.from(new Set(found));
}

/** Whether the three faults of the stub are all there: its factor, its backward pass, its rate. */
function isUntouched(make: Maker): boolean {
  const random = randomState(12);
  const layer = make(0.25, () => random.random());
  const ones = batchOf(40, 8, () => 1);
  const out = layer.train(ones);
  const differs = layer
    .backward(ones)
    .flat()
    .some((value, k) => value !== out.flat()[k]);
  layer.rate = 0;
  const dropsAtZero = layer.train(ones).flat().includes(0);
  return out.flat().includes(4) && differs && dropsAtZero;
}

/** A layer that does nothing, to see whether a test has a body. */
const stubLayer: MuseumLayer = {
  rate: 0,
  train: x => x,
  predict: x => x,
  backward: gradient => gradient,
};

export const exercises12: Exercises = {
  healthy: testedExercise<LayerTest>({
    question: 'one test for all',
    isStub: test => test({ ...stubLayer }) === undefined,
    passes: test => visitOf(test).missed.length + visitOf(test).accused.length === 0,
    hints: [
      [
        test => visitOf(test).caught.length === 0,
        'Your test calls every layer healthy. Begin with one property: what must be true of two predictions?',
      ],
      [
        test => visitOf(test).accused.length === 3,
        'Your test accuses all three sound layers. Return true for a healthy layer.',
      ],
      [
        test => visitOf(test).accused.length > 0,
        test =>
          `Your test accuses ${list(visitOf(test).accused)}, which is sound. Compare training with prediction ` +
          'and forward with backward instead of asking for zeros or for an unchanged input.',
      ],
      [
        () => true,
        test =>
          `Your test catches ${visitOf(test).caught.length} and accuses no sound layer. ` +
          `These got away: ${list(visitOf(test).missed)}.`,
      ],
    ],
    because: 'it catches all fifteen and accuses no sound layer.',
  }),
  repair: testedExercise<Maker>({
    question: 'repair a layer',
    isStub: isUntouched,
    faulty: true,
    passes: make => faultsOf(make).length === 0,
    hints: [[() => true, make => `One thing or more is still wrong: ${faultsOf(make).join('; ')}.`]],
    because: 'the factor, the backward pass and the rate are as they should be.',
  }),
  blind: {
    question: 'a test at one half',
    expected: 0,
    hints: [
      [1, 'At rate 0.5 keep and drop are the same probability, and 1 in 512 is less than 5 %.'],
      [3, 'You counted the faults of the scale. At rate 0.5 their factors are correct.'],
      [4, 'You counted all four. What do the first three layers do at rate 0.5?'],
    ],
    because: 'three are correct at one half, and the fourth hides within the 5 %.',
  },
};
