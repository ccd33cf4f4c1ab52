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
];
