import { expect, test } from 'vitest';
import { barsOf } from './barsOf.ts';
import { claim } from './claim.ts';
import { describeNotebook } from './describeNotebook.ts';

const wrongAnswers = {
  wider: ['units / rate', 'units * (1 - rate)', 'units + 0 * rate', 'units * (1 + rate)'].map(
    units => `const widerLayer = (units: number, rate: number) => ${units};`,
  ),
  'choose-rate': [
    'const chooseRate = (results: Result[]) => results.reduce((a, b) => (b.mean > a.mean ? b : a)).rate;',
    `const chooseRate = (results: Result[]) =>
      Math.min(...results.filter(one => one.mean + one.standardError >= 0.78).map(one => one.rate));`,
    'const chooseRate = (results: Result[]) => results.find(one => one.mean >= 0.78)!.rate;',
  ],
};

describeNotebook('08-optimal-rate', { wrongAnswers }, notebook => {
  claim('8.1', 'no-dropout', 'with p = 1 training and prediction are the same, bit for bit', () => {
    expect(notebook.text('no-dropout')).toMatch(/the same, bit for bit/);
  });

  claim('8.7', 'noise', 'the variance of the noise is a function of p alone', () => {
    const [p, variance] = notebook.matrix('noise') as [number[], number[]];
    expect(variance).toEqual(p.map(one => Number(((1 - one) / one).toFixed(2))));
  });

  test('ten times as many epochs do not bring the highest rates back', () => {
    const { at80, behind } = notebook.values('longer-words');
    expect(at80.low).toBeLessThan(behind.mean / 3);
    expect(behind.low).toBeGreaterThan(0);
  });

  claim('8.1', 'noise', 'the smaller p, the larger the variance (1 − p) / p of the noise', () => {
    const [p, variance] = notebook.matrix('noise') as [number[], number[]];
    expect(p).toEqual([1, 0.8, 0.5, 0.2, 0.1]);
    expect(variance).toEqual([0, 0.25, 1, 4, 9]);
  });

  claim('8.2', 'sweep-words', 'p = 0.8 and p = 0.5 both gain over no dropout, beyond doubt', () => {
    const [fifth, half, , cliff] = notebook.intervals('sweep-words');
    expect(fifth!.low).toBeGreaterThan(0);
    expect(half!.low).toBeGreaterThan(0);
    expect(cliff!.high).toBeLessThan(-5);
  });

  claim('8.6', 'sweep-words', 'p = 0.9 leaves overfitting that p = 0.5 prevents', () => {
    const [, , half] = notebook.intervals('sweep-words');
    expect(half!.low).toBeGreaterThan(0);
  });

  test('both ends are in the sweep, and at rate 1 the network guesses', () => {
    const [figure] = notebook.figures('sweep-figure');
    const [{ x, y }] = figure!.data as [{ x: number[]; y: number[] }];
    expect([x[0], x.at(-1)]).toEqual([0, 1]);
    expect(Math.abs(y.at(-1)! - 0.5)).toBeLessThan(0.1);
  });

  test('the top is flat: neighbours of 0.5 are within three points, and the seeds disagree', () => {
    for (const { mean } of notebook.intervals('plateau-words')) expect(Math.abs(mean)).toBeLessThan(3);
    const votes = Object.values(barsOf(notebook, 'plateau')).map(({ value }) => value);
    expect(votes.reduce((a, b) => a + b)).toBe(20);
    expect(votes.filter(Boolean).length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...votes)).toBeLessThan(16);
  });

  test('choosing a rate by 50 validation points gains nothing worth having over 0.5', () => {
    const [tuned] = notebook.intervals('choose');
    expect(Math.abs(tuned!.mean)).toBeLessThan(2.5);
  });

  claim(
    '8.4',
    'width-words',
    'at rate 0.5 the width hardly matters, at 0.7 64 units do well where 16 fail',
    () => {
      const [, a, b, c, , slim, middle, wide] = notebook.numbers('width-words') as number[];
      expect(Math.max(a!, b!, c!) - Math.min(a!, b!, c!)).toBeLessThan(3);
      expect(middle).toBeGreaterThan(slim!);
      expect(wide! - slim!).toBeGreaterThan(10);
      const [atHalf, above] = notebook.intervals('width-words');
      expect(Math.abs(atHalf!.mean)).toBeLessThan(3);
      expect(above!.low).toBeGreaterThan(0);
    },
  );

  test('the cliff comes with depth: at rate 0.8 one layer does as well as four at 0.5, four fail', () => {
    const [, one, , lead, margin, , half] = notebook.numbers('depth-words') as number[];
    expect(one! - half!).toBeGreaterThan(-2);
    expect(lead! - margin!).toBeGreaterThan(10);
  });

  claim(
    '8.4',
    'coupled-words',
    'with pn fixed the cliff moves right; without dropout the smaller n overfits less',
    () => {
      const [rescued, slimmer] = notebook.intervals('coupled-words');
      expect(rescued!.mean).toBeGreaterThan(0);
      expect(slimmer!.low).toBeGreaterThan(0);
    },
  );

  claim(
    '8.5',
    'underfit-words',
    'small p underfits where n is small; a big n is the cure, at 64 times the work',
    () => {
      const { widened, work } = notebook.values('underfit-words');
      expect(widened.low).toBeGreaterThan(0);
      expect(work).toBe(64);
      const [figure] = notebook.figures('underfit');
      const training = (figure!.data as { y: number[] }[])[1]!.y;
      expect(training.at(-1)).toBeGreaterThan(training[0]!);
    },
  );

  test('dropout gains at 60 to 300 points, less with a dozen and less with 600', () => {
    const [, , ...gains] = notebook.intervals('size-words');
    const [rise, fall] = gains.splice(4);
    for (const gain of gains.slice(0, 3)) expect(gain.low).toBeGreaterThan(0);
    expect(rise!.low).toBeGreaterThan(0);
    expect(fall!.low).toBeGreaterThan(0);
  });

  claim(
    '8.3',
    'inputs-words',
    'dropping inputs hurts where there are two and helps where twenty share the work',
    () => {
      const [, , two, twenty] = notebook.intervals('inputs-words');
      expect(two!.high).toBeLessThan(0);
      expect(twenty!.low).toBeGreaterThan(0);
      const gentle = barsOf(notebook, 'inputs-figure')['two inputs, rate 0.2']!;
      expect(100 * gentle.value).toBeGreaterThan(two!.mean);
    },
  );

  claim('8.8', 'inputs-words', 'what is right for inputs depends on how many share the work', () => {
    const [, , two, twenty] = notebook.intervals('inputs-words');
    expect(two!.high).toBeLessThan(0);
    expect(twenty!.low).toBeGreaterThan(0);
    const gentle = barsOf(notebook, 'inputs-figure')['two inputs, rate 0.2']!;
    expect(100 * gentle.value).toBeGreaterThan(two!.mean);
  });
});
