import type { Settled } from './verdict';

/** Collected from the titles of the tests in test/notebooks by `npm run verdicts`; a test keeps it equal to them. */
export const verdicts: readonly Settled[] = [
  {
    statement: '4.1',
    verdict: 'exact',
    evidence: [
      {
        notebook: '04-zero-out-verification',
        cell: 'h2-output',
        test: 'the third unit puts out 0, the others what they did before the mask',
      },
    ],
  },
  {
    statement: '4.2',
    verdict: 'exact',
    evidence: [
      {
        notebook: '04-zero-out-verification',
        cell: 'w1-after',
        test: 'the third column keeps every bit, every other weight moves',
      },
      {
        notebook: '04-zero-out-verification',
        cell: 'engine-w1-after',
        test: 'the third column keeps every bit, every other weight moves',
      },
    ],
  },
  {
    statement: '4.3',
    verdict: 'wrong as written',
    evidence: [
      {
        notebook: '04-zero-out-verification',
        cell: 'w2-after',
        test: 'of its one column the third row keeps every bit, no other weight',
      },
      {
        notebook: '04-zero-out-verification',
        cell: 'engine-w2-after',
        test: 'of its one column the third row keeps every bit, no other weight',
      },
    ],
  },
  {
    statement: '4.4',
    verdict: 'exact',
    evidence: [
      {
        notebook: '04-zero-out-verification',
        cell: 'golden',
        test: 'the printed w1 with logits of the first row as bias gives all 16 outputs',
      },
    ],
  },
  {
    statement: '4.5',
    verdict: 'holds with a condition',
    evidence: [
      {
        notebook: '04-zero-out-verification',
        cell: 'gradients',
        test: 'under the fixed mask the gradient of these weights is 0',
      },
    ],
  },
  {
    statement: '7.1',
    verdict: 'exact',
    evidence: [
      {
        notebook: '07-scale-up-verification',
        cell: 'factor',
        test: 'the layer multiplies by 0 and by 2 and by nothing between',
      },
    ],
  },
  {
    statement: '7.2',
    verdict: 'holds statistically',
    evidence: [
      {
        notebook: '07-scale-up-verification',
        cell: 'count',
        test: 'the number of dropped units is binomial, within 4 σ',
      },
    ],
  },
  {
    statement: '7.3',
    verdict: 'exact',
    evidence: [
      {
        notebook: '07-scale-up-verification',
        cell: 'slide-factor',
        test: 'in all three runs on the slide the factor is 2 up to rounding',
      },
    ],
  },
  {
    statement: '9.1',
    verdict: 'holds with a condition',
    evidence: [
      {
        notebook: '09-regularization',
        cell: 'deep-network',
        test: 'exact for linear networks; relu sub-networks average to another network',
      },
    ],
  },
  {
    statement: '9.2',
    verdict: 'holds with a condition',
    evidence: [
      {
        notebook: '09-regularization',
        cell: 'effective-norm',
        test: 'only for raw weights: weights that predict shrink at every step',
      },
    ],
  },
  {
    statement: '9.3',
    verdict: 'exact',
    evidence: [
      {
        notebook: '09-regularization',
        cell: 'moments',
        test: 'added up over all masks, the coin has mean p and variance p(1−p)',
      },
    ],
  },
  {
    statement: '9.4',
    verdict: 'exact',
    evidence: [
      {
        notebook: '09-regularization',
        cell: 'one-mask',
        test: 'y_D = 10 under the slide’s mask, y_E = 8, and 8 is the mean over all masks',
      },
    ],
  },
  {
    statement: '9.5',
    verdict: 'exact',
    evidence: [
      {
        notebook: '09-regularization',
        cell: 'gradient-check',
        test: 'the written sum, the library and a small push on the weight agree',
      },
    ],
  },
  {
    statement: '9.6',
    verdict: 'exact',
    evidence: [
      {
        notebook: '09-regularization',
        cell: 'gradient-check',
        test: 'the same three agree on the gradient of L_E',
      },
    ],
  },
  {
    statement: '9.7',
    verdict: 'exact',
    evidence: [
      {
        notebook: '09-regularization',
        cell: 'expected-gradient',
        test: 'the mean gradient over all masks is the sum of the two terms',
      },
    ],
  },
  {
    statement: '9.8',
    verdict: 'wrong as written',
    evidence: [
      {
        notebook: '09-regularization',
        cell: 'pointwise',
        test: 'it holds for none of the eight masks; with E[·] on the left it holds',
      },
    ],
  },
  {
    statement: '9.9',
    verdict: 'holds with a condition',
    evidence: [
      {
        notebook: '09-regularization',
        cell: 'regression',
        test: 'for a linear unit it is ridge regression, to rounding',
      },
    ],
  },
];
