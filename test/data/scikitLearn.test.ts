import { expect, it } from 'vitest';
import { randomState } from '../../lib/src/numpy/random.ts';
import { askScikitLearn, type Case, expectAgreement } from './scikitLearn.ts';

type Question = Omit<Case, 'answer'>;

/** Calls that no fixture holds, the same ones at every run. */
function questions(count: number): Question[] {
  const random = randomState(1906);
  const one = <T>(list: readonly T[]): T => list[random.randint(0, list.length)];
  return Array.from({ length: count }, (): Question => {
    const n = random.randint(8, 60);
    const noise = one([undefined, 0, 0.2]);
    const shuffle = one([true, false]);
    const nInformative = random.randint(2, 6);
    const labels = Array.from({ length: n }, (_, i) => (i < 4 ? i % 2 : random.randint(0, 2)));
    const shared = { randomState: random.uint32(), nSamples: n };
    const question = one<Question>([
      { fn: 'makeMoons', options: { ...shared, noise, shuffle } },
      { fn: 'makeCircles', options: { ...shared, noise, shuffle, factor: random.random() } },
      {
        fn: 'makeBlobs',
        options: { ...shared, shuffle, centers: random.randint(1, 5), nFeatures: random.randint(1, 5) },
      },
      {
        fn: 'makeClassification',
        options: {
          ...shared,
          shuffle,
          nInformative,
          nFeatures: nInformative + 4,
          nRedundant: random.randint(0, 3),
          nRepeated: random.randint(0, 3),
          nClustersPerClass: random.randint(1, 3),
          classSep: random.uniform(0, 3),
          flipY: random.random(),
          hypercube: one([true, false]),
        },
      },
      {
        fn: 'trainTestSplit',
        options: {
          n,
          randomState: random.uint32(),
          testSize: random.uniform(0.3, 0.6),
          stratify: one([null, labels]),
        },
      },
    ]);
    const given = Object.entries(question.options).filter(
      ([, value]) => value !== undefined && value !== null,
    );
    return { fn: question.fn, options: Object.fromEntries(given) };
  });
}

it('answers 200 further calls as the scikit-learn of this machine does', context => {
  const answered = askScikitLearn(questions(200));
  if (!answered) return context.skip('no Python with scikit-learn on the PATH or in PYTHON');
  expect(new Set(answered.map(({ fn }) => fn)).size).toBe(5);
  answered.forEach(expectAgreement);
});
