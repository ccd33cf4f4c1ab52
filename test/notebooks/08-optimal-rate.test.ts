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
    expect(notebook.values('no-dropout').same).toBe('the same, bit for bit');
  });

  claim('8.7', 'noise', 'the variance of the noise is a function of p alone', () => {
    const [p, variance] = notebook.matrix('noise') as [number[], number[]];
    expect(variance).toEqual(p.map(one => Number(((1 - one) / one).toFixed(2))));
  });

  test('ten times as many epochs do not bring the highest rates back', () => {
    const { at80, lead, compared } = notebook.values('longer-words');
    expect(at80.low).toBeLessThan(-lead.mean / 3);
    expect(lead.high).toBeLessThan(0);
    expect(compared).toBe('still below');
  });

  claim('8.1', 'noise', 'the smaller p, the larger the variance (1 − p) / p of the noise', () => {
    const [p, variance] = notebook.matrix('noise') as [number[], number[]];
    expect(p).toEqual([1, 0.8, 0.5, 0.2, 0.1]);
    expect(variance).toEqual([0, 0.25, 1, 4, 9]);
  });

  claim(
    '8.2',
    'sweep-words',
    'p = 0.8 and p = 0.5 both gain over no dropout, with intervals that exclude 0',
    () => {
      const { fifthOverNone, halfOverNone, cliff } = notebook.values('sweep-words');
      expect(fifthOverNone.low).toBeGreaterThan(0);
      expect(halfOverNone.low).toBeGreaterThan(0);
      expect(cliff.high).toBeLessThan(-0.05);
    },
  );

  claim('8.6', 'sweep-words', 'p = 0.9 leaves overfitting that p = 0.5 prevents', () => {
    const { halfOverTenth } = notebook.values('sweep-words');
    expect(halfOverTenth.low).toBeGreaterThan(0);
  });

  test('both ends are in the sweep, and at rate 1 the network guesses', () => {
    const [figure] = notebook.figures('sweep-figure');
    const [{ x, y }] = figure!.data as [{ x: number[]; y: number[] }];
    expect([x[0], x.at(-1)]).toEqual([0, 1]);
    expect(Math.abs(y.at(-1)! - 0.5)).toBeLessThan(0.1);
  });

  test('the top is flat: neighbors of 0.5 are within three points, and the seeds disagree', () => {
    const { lower, higher } = notebook.values('plateau-words');
    for (const { mean } of [lower, higher]) expect(Math.abs(mean)).toBeLessThan(0.03);
    const votes = Object.values(barsOf(notebook, 'plateau')).map(({ value }) => value);
    expect(votes.reduce((a, b) => a + b)).toBe(20);
    expect(notebook.values('plateau-words').favored).toBeGreaterThanOrEqual(3);
    expect(Math.max(...votes)).toBeLessThan(16);
  });

  test('choosing a rate by 50 validation points gains nothing worth having over 0.5', () => {
    expect(Math.abs(notebook.values('choose').tuned.mean)).toBeLessThan(0.025);
  });

  claim(
    '8.4',
    'width-words',
    'at rate 0.5 the width hardly matters, at 0.7 64 units do well where 16 fail',
    () => {
      const { slim50, middle50, wide50, slim70, middle70, wide70, atHalf, above } =
        notebook.values('width-words');
      const reached = [slim50, middle50, wide50];
      expect(Math.max(...reached) - Math.min(...reached)).toBeLessThan(0.03);
      expect(middle70).toBeGreaterThan(slim70);
      expect(wide70 - slim70).toBeGreaterThan(0.1);
      expect(Math.abs(atHalf.mean)).toBeLessThan(0.03);
      expect(above.low).toBeGreaterThan(0);
    },
  );

  test('the cliff comes with depth: at rate 0.8 one layer does as well as four at 0.5, four fail', () => {
    const { one, lead, fourAtHalf } = notebook.values('depth-words');
    expect(one - fourAtHalf).toBeGreaterThan(-0.02);
    expect(lead.low).toBeGreaterThan(0.1);
  });

  claim(
    '8.4',
    'coupled-words',
    'with pn fixed the cliff moves right; without dropout the smaller n overfits less',
    () => {
      const { rescued, slimmer } = notebook.values('coupled-words');
      expect(rescued.mean).toBeGreaterThan(0);
      expect(slimmer.low).toBeGreaterThan(0);
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
    const { gain60, gain150, gain300, rise, fall } = notebook.values('size-words');
    for (const gain of [gain60, gain150, gain300]) expect(gain.low).toBeGreaterThan(0);
    expect(rise.low).toBeGreaterThan(0);
    expect(fall.high).toBeLessThan(0);
  });

  claim('8.3', 'inputs-words', 'with twenty inputs that share the work, p = 0.8 gains', () => {
    const { manyFifth } = notebook.values('inputs-words');
    expect(manyFifth.low).toBeGreaterThan(0);
  });

  claim('8.8', 'inputs-words', 'what is right for inputs depends on how many share the work', () => {
    const { fewFifth, fewHalf, manyHalf } = notebook.values('inputs-words');
    expect(fewHalf.high).toBeLessThan(0);
    expect(manyHalf.low).toBeGreaterThan(0);
    expect(fewFifth.mean).toBeGreaterThan(fewHalf.mean);
  });
});
