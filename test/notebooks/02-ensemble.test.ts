import { expect, test } from 'vitest';
import { EXACT } from '../tolerances.ts';
import { claim } from './claim.ts';
import { describeNotebook } from './describeNotebook.ts';

const wrongAnswers = {
  combine: [
    'const combine = (o: number[]) => o.reduce((sum, value) => sum + value, 0) / o.length;',
    'const combine = (o: number[]) => o.reduce((all, value) => all * value, 1) ** (1 / o.length);',
    `const combine = (o: number[]) => {
      const product = (values: number[]) => values.reduce((all, value) => all * value, 1);
      return product(o) / (product(o) + product(o.map(value => 1 - value)));
    };`,
  ],
  members: ['const howMany = 32;', 'const howMany = 2 ** 16 + 2 ** 16;', 'const howMany = 2 ** 16;'],
  'vote-variance': [
    'const voteVariance = (variance: number, _: number, members: number) => variance / members;',
    'const voteVariance = (variance: number, correlation: number) => correlation * variance;',
    'const voteVariance = (v: number, rho: number, members: number) => ((1 - rho) * v) / members;',
  ],
};

describeNotebook('02-ensemble', { wrongAnswers }, notebook => {
  claim('2.6', 'cut-out', 'masked or cut out, a thinned network gives the same bits', () => {
    expect(notebook.values('cut-out')).toMatchObject({ equal: 255, members: 255, apart: 0 });
  });

  claim(
    '2.2',
    'votes-words',
    'with one masked layer it is their geometric mean, exactly; their arithmetic mean it is not',
    () => {
      const { geometric, arithmetic } = notebook.values('votes-words');
      expect(geometric).toBeLessThan(EXACT);
      expect(arithmetic).toBeGreaterThan(0.005);
    },
  );

  test('with a linear output the arithmetic mean is exact', () => {
    expect(notebook.values('linear-output').off).toBeLessThan(EXACT);
  });

  test('the ensemble beats the mean member at every point, by −ln(G1 + G0)', () => {
    const { member, ensemble, wrong, least } = notebook.values('guarantee-check');
    expect(ensemble).toBeLessThan(member);
    expect(wrong).toBeLessThan(EXACT);
    expect(least).toBeGreaterThan(0);
  });

  claim(
    '2.9',
    'two-layers-interval',
    'after two masked layers it is no longer exact; training with dropout brings it nearer',
    () => {
      const { arithmetic, geometric } = notebook.values('two-layers-interval');
      expect(arithmetic.low).toBeGreaterThan(0);
      expect(geometric.mean).toBeGreaterThan(0);
      expect(notebook.matrix('two-layers-table')[1]![0]).toBeGreaterThan(0.001);
    },
  );

  claim('2.1', 'one-step', 'one step of one thinned network moves all 256: they share weights', () => {
    expect(notebook.values('one-step')).toMatchObject({ moved: 256, members: 256 });
  });

  claim('2.8', 'how-many', '2²⁵⁶ in number; a training draws 15,000, no two alike', () => {
    expect(notebook.values('how-many')).toMatchObject({ drawn: 15000, different: 15000 });
  });

  claim(
    '2.4',
    'variance-words',
    'over training sets the variance of the prediction falls, to less than half',
    () => {
      const { before, after, fall } = notebook.values('variance-words');
      expect(fall.low).toBeGreaterThan(0);
      expect(after).toBeLessThan(before / 2);
    },
  );

  claim('2.12', 'stable-words', 'dropout networks from two training sets disagree at fewer points', () => {
    const { steadier } = notebook.values('stable-words');
    expect(steadier.low).toBeGreaterThan(0);
  });

  claim('2.11', 'cost', 'a vote of five multiplies five times as often as one network', () => {
    const { one, five } = notebook.values('cost');
    expect(one).toBe(2 * 64 + 3 * 64 * 64 + 64);
    expect(five).toBe(5 * one);
  });

  claim('2.3', 'crowds-words', 'bagging five of the same networks gains far less than dropout', () => {
    const { overFive, overBagged } = notebook.values('crowds-words');
    expect(overFive.low).toBeGreaterThan(0);
    expect(overBagged.low).toBeGreaterThan(0);
  });

  test('an ensemble of twenty does not catch up with one network with dropout either', () => {
    const { voteOfTwenty, overTwenty } = notebook.values('crowds-words');
    expect(overTwenty.low).toBeGreaterThan(0);
    expect(voteOfTwenty.mean).toBeLessThan(overTwenty.mean);
  });

  test('an ensemble of five keeps most of the variance, dropout does not', () => {
    const [[single, voting, voting20, bagged, dropped]] = notebook.matrix('crowds-variance') as [number[]];
    expect(dropped).toBeLessThan(Math.min(single!, voting!, bagged!) / 2);
    expect(dropped).toBeLessThan(voting20!);
  });

  claim(
    '2.5',
    'vote-share',
    'averaging over masks alone, without dropout in training, recovers a part of the gain, not all of it',
    () => {
      const { masksAlone, dropoutGain } = notebook.values('vote-share');
      expect(masksAlone.low).toBeGreaterThan(0);
      expect(masksAlone.mean).toBeLessThan(dropoutGain.mean);
    },
  );

  test('one random half of a dropout network beats an ensemble of five whole networks', () => {
    const { halfOverVoting } = notebook.values('halves-words');
    expect(halfOverVoting.low).toBeGreaterThan(0);
  });

  claim(
    '2.7',
    'halves-words',
    'when half of the units are dropped, a network trained with dropout loses less',
    () => {
      const { spared } = notebook.values('halves-words');
      expect(spared.low).toBeGreaterThan(0);
    },
  );

  claim(
    '2.7',
    'penalized-halves',
    'an L2 penalty does not do that: without half of its units, such a network loses more',
    () => {
      const { sparedMore } = notebook.values('penalized-halves');
      expect(sparedMore.low).toBeGreaterThan(0);
    },
  );

  claim(
    '2.9',
    'monte-carlo-words',
    'trained with dropout, it classifies as the mean of 32 members does; trained without, it does not',
    () => {
      const { one, members, all, alike, closer } = notebook.values('monte-carlo-words');
      expect(members).toBe(32);
      expect(one.mean).toBeLessThan(0);
      expect(Math.abs(all.mean)).toBeLessThan(0.01);
      expect(alike).toBeGreaterThan(0.95);
      expect(closer.low).toBeGreaterThan(0);
    },
  );

  claim(
    '5.7',
    'monte-carlo-words',
    'scaled weights predict the same class as the mean of 32 members at nearly all points',
    () => {
      expect(notebook.values('monte-carlo-words').alike).toBeGreaterThan(0.95);
    },
  );
});
