import { expect, test } from 'vitest';
import { bayesAccuracy } from '../../lib/src/data/bayesAccuracy.ts';
import { droppedUnitsDistribution } from '../../lib/src/theory/counts.ts';
import { PREDICTED_FLOAT32, SIGMAS } from '../tolerances.ts';
import { barsOf } from './barsOf.ts';
import { claim } from './claim.ts';
import { describeNotebook } from './describeNotebook.ts';

const PARAMETERS = 12_737;
const ceiling = bayesAccuracy({
  centers: [
    [0, 0],
    [0.5, 0.1],
  ],
  clusterStd: 0.25,
});
/** How often the Bayes rule is right about k of 50 points: a binomial, as the number of dropped units is. */
const rightOf50 = Array.from(droppedUnitsDistribution(50, ceiling));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const within = (percent: number, probability: number, draws: number) => {
  const sigma = 100 * Math.sqrt((probability * (1 - probability)) / draws);
  expect(Math.abs(percent - 100 * probability)).toBeLessThan(SIGMAS * sigma + 0.5);
};

const wrongAnswers = {
  'test-size': [
    'const testSize = (accuracy: number, deviation: number) => (accuracy * (1 - accuracy)) / deviation;',
    'const testSize = (accuracy: number, deviation: number) => Math.sqrt(accuracy * (1 - accuracy)) / deviation;',
    'const testSize = (accuracy: number, deviation: number) => accuracy / deviation ** 2;',
  ],
  referee: ["const objections = 'ae';", "const objections = 'ac';", "const objections = 'ce';"],
  judgment: [
    `const judgment = (a: number[], b: number[]) =>
      pairedDifference(a, b).mean > 0 ? 'yes' : 'no';`,
    `const judgment = (a: number[], b: number[]) =>
      pairedDifference(a, b).low > 0 ? 'yes' : 'no';`,
    `const judgment = (a: number[], b: number[]) =>
      pairedDifference(b, a).low > 0 ? 'yes' : pairedDifference(b, a).high < 0 ? 'no' : 'cannot tell';`,
  ],
  harder: [
    'const harder = lectureExperiment({ labelNoise: 0.3, epochs: 200 });',
    'const harder = lectureExperiment({ rate: 0.5, labelNoise: 30 / 1000, epochs: 200 });',
    'const harder = lectureExperiment({ rate: 0.5, labelNoise: 0.3 });',
    'const harder = lectureExperiment({ rate: 0.3, labelNoise: 0.3, epochs: 200 });',
  ],
};

describeNotebook('10-model', { wrongAnswers }, notebook => {
  test('both frameworks build the listing’s model, and give the same answers with the same weights', () => {
    expect(notebook.text('summary')).toContain(`Total params: ${PARAMETERS}`);
    expect(notebook.text('engine-build')).toContain('Total params: 12,737');
    expect(notebook.values('engine-agrees').apart).toBeLessThan(PREDICTED_FLOAT32);
  });

  test('one run without and one with dropout give an accuracy each, in steps of one test point', () => {
    const { without, withDropout } = notebook.values('one-run');
    for (const score of [without, withDropout]) {
      expect(Math.round(50 * score)).toBeCloseTo(50 * score);
      expect(score).toBeGreaterThan(0.5);
    }
  });

  claim(
    '10.2',
    'many-50-words',
    '0.78 is one draw of a number that varies by five points and more; without dropout, too, 0.86 is common',
    () => {
      const { mean, sd, size, low, high } = notebook.values('many-50-words');
      expect(size).toBe('smaller');
      expect(mean).toBeGreaterThan(0.79);
      expect(mean).toBeLessThan(0.84);
      expect(sd).toBeGreaterThan(0.04);
      expect(low).toBeGreaterThan(12);
      expect(high).toBeGreaterThan(12);
    },
  );

  claim('10.3', 'gap-words', 'a gap of eight points has the right sign and a lucky size', () => {
    const { redrawn, worse, paired, noGain } = notebook.values('gap-words');
    expect(redrawn).toBeGreaterThan(10);
    expect(worse).toBeGreaterThan(18);
    expect(worse).toBeLessThan(50);
    expect(paired).toBeLessThan(20);
    expect(noGain).toBeGreaterThan(25);
  });

  claim(
    '10.3',
    'truth',
    'on fresh points dropout gains about two points, in most pairs and with an interval that excludes 0',
    () => {
      const { gain, losses, wins } = notebook.values('truth');
      expect(gain.low).toBeGreaterThan(0);
      expect(gain.high).toBeLessThan(0.04);
      expect(losses.low).toBeGreaterThan(0);
      expect(wins).toBeGreaterThan(70);
    },
  );

  claim(
    '10.3',
    'bayes',
    '0.86 lies above what any rule can reach; on 50 points even the Bayes rule gets there by luck',
    () => {
      const { limit, above, below } = notebook.values('bayes');
      expect(limit).toBeCloseTo(ceiling, 3);
      expect(ceiling).toBeLessThan(0.86);
      within(above, sum(rightOf50.slice(43)), 150);
      within(below, sum(rightOf50.slice(0, 40)), 150);
    },
  );

  test('dropout delays and damps the rise of the validation loss, and often does not prevent it', () => {
    const { plainBest, plainRising, best, rising } = notebook.values('curves-words');
    expect(plainRising).toBeGreaterThan(75);
    expect(rising).toBeGreaterThan(25);
    expect(rising).toBeLessThan(65);
    expect(best).toBeGreaterThan(plainBest);
  });

  test('the reported training loss is that of thinned networks: higher than with the masks off', () => {
    const { reported, evaluated, withDropout, without } = notebook.values('masks-on');
    expect(reported).toBeGreaterThan(evaluated);
    expect(withDropout).toBeGreaterThan(without);
  });

  test('Keras, recorded, scatters as much on 50 points', () => {
    const { kerasGain } = notebook.values('keras-accuracy');
    expect(kerasGain.n).toBe(20);
    expect(kerasGain.low).toBeGreaterThan(-0.01);
  });

  test('without dropout the network is surer of itself', () => {
    const { without, withDropout } = notebook.values('sureness');
    expect(without).toBeGreaterThan(withDropout);
  });

  test('dropout gains with overlap, wrong labels, few points and long training, hardly where these are absent', () => {
    const gains = barsOf(notebook, 'where');
    const lecture = gains['as in the lecture']!;
    for (const name of [
      'wider clouds (std 0.4)',
      '20 % wrong training labels',
      '30 training points',
      '200 epochs',
    ])
      expect(gains[name]!.low, name).toBeGreaterThan(0);
    for (const name of [
      'narrower clouds (std 0.1)',
      '600 training points',
      '8 units per layer',
      'one hidden layer',
    ])
      expect(gains[name]!.value, name).toBeLessThan(lecture.low);
  });

  claim(
    '10.1',
    'remedies',
    'fewer layers without dropout beat the four with it: the depth is there to be regularized',
    () => {
      const accuracy = barsOf(notebook, 'remedies');
      for (const name of ['L2', 'stop early', 'one hidden layer', 'logistic regression'])
        expect(accuracy[name]!.value, name).toBeGreaterThan(accuracy.nothing!.value);
      const { shallow, logistic } = notebook.values('remedies-words');
      expect(shallow.low).toBeGreaterThan(0);
      expect(logistic.low).toBeGreaterThan(0);
      for (const name of ['one hidden layer', 'logistic regression'])
        expect(accuracy[name]!.value).toBeLessThan(ceiling + 0.005);
    },
  );

  claim(
    '2.10',
    'remedies-words',
    'here it beats no remedy at all, but neither L2, nor stopping early, nor a smaller network',
    () => {
      expect(notebook.values('truth').gain.low).toBeGreaterThan(0);
      const { penalty, early, shallow } = notebook.values('remedies-words');
      for (const lead of [penalty, early, shallow]) expect(lead.low).toBeGreaterThan(-0.02);
    },
  );
});
