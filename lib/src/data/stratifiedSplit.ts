import { min } from 'simple-statistics';
import { checkInteger, checkVector } from '../check';
import type { RandomState } from '../numpy/random';

const fn = 'trainTestSplit';

/**
 * The rows of a training and of a test set in which every class has its share, drawn as scikit-learn's
 * `StratifiedShuffleSplit` draws them.
 *
 * @throws RangeError when a class has one member only, or when a part has fewer places than there are classes.
 */
export function stratifiedSplit(
  labels: ArrayLike<number>,
  n: number,
  nTrain: number,
  nTest: number,
  random: RandomState,
): [train: number[], test: number[]] {
  checkVector({ fn, name: 'stratify', meaning: 'one label per row of X' }, labels, n);
  const members = membersOfClasses(labels);
  const counts = members.map(rows => rows.length);
  checkInteger({ fn, name: 'stratify', meaning: 'members of the smallest class' }, min(counts), 2);
  checkInteger(
    { fn, name: 'training set', meaning: 'points, at least one per class' },
    nTrain,
    counts.length,
  );
  checkInteger({ fn, name: 'test set', meaning: 'points, at least one per class' }, nTest, counts.length);

  const inTrain = shares(counts, nTrain, random);
  const left = counts.map((count, k) => count - inTrain[k]);
  const inTest = shares(left, nTest, random);
  const orders = members.map(rows => Array.from(random.permutation(rows.length), i => rows[i]));
  const train = orders.flatMap((order, k) => order.slice(0, inTrain[k]));
  const test = orders.flatMap((order, k) => order.slice(inTrain[k], inTrain[k] + inTest[k]));
  return [random.permutation(train), random.permutation(test)];
}

/** The rows of each class, classes in ascending order. */
function membersOfClasses(labels: ArrayLike<number>): number[][] {
  const members = new Map<number, number[]>();
  for (let i = 0; i < labels.length; i++) {
    const rows = members.get(labels[i]);
    if (rows) rows.push(i);
    else members.set(labels[i], [i]);
  }
  return [...members.entries()].toSorted(([a], [b]) => a - b).map(([, rows]) => rows);
}

/** How many of `draws` each class gets: its share rounded down, the rest to the largest remainders, ties at random. */
function shares(counts: readonly number[], draws: number, random: RandomState): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const exact = counts.map(count => (count / total) * draws);
  const given = exact.map(Math.floor);
  const remainders = exact.map((share, k) => share - given[k]);
  let missing = draws - given.reduce((sum, share) => sum + share, 0);
  for (const remainder of [...new Set(remainders)].toSorted((a, b) => b - a)) {
    if (missing === 0) break;
    const tied = [...remainders.keys()].filter(k => remainders[k] === remainder);
    const lucky = random.choice(tied, Math.min(tied.length, missing), { replace: false });
    for (const k of lucky) given[k]++;
    missing -= lucky.length;
  }
  return given;
}
