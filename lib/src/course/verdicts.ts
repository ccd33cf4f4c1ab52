import type { Settled } from './verdict';

/** Collected from the titles of the tests in test/notebooks by `npm run verdicts`; a test keeps it equal to them. */
export const verdicts: readonly Settled[] = [
  {
    statement: '1.1',
    verdict: 'holds statistically',
    evidence: [
      {
        notebook: '01-overview',
        cell: 'pairs-words',
        test: 'the gap between new and learned points narrows, the accuracy on new points rises',
      },
    ],
  },
  {
    statement: '1.2',
    verdict: 'exact',
    evidence: [
      {
        notebook: '01-overview',
        cell: 'layer',
        test: 'every output is 0 or exactly twice what it was, in the table and in 8000 more',
      },
    ],
  },
  {
    statement: '1.3',
    verdict: 'exact',
    evidence: [
      {
        notebook: '01-overview',
        cell: 'formula-check',
        test: 'hidden or input, each output is 0 with the probability `rate`, and scaled otherwise',
      },
    ],
  },
  {
    statement: '1.4',
    verdict: 'holds with a condition',
    evidence: [
      {
        notebook: '01-overview',
        cell: 'one-sample',
        test: 'after a step with one sample the weights of dropped neurons keep every bit, the others move',
      },
      {
        notebook: '01-overview',
        cell: 'one-batch',
        test: 'in a batch, where each sample drops others, all weights move',
      },
    ],
  },
  {
    statement: '1.5',
    verdict: 'loose',
    evidence: [
      {
        notebook: '01-overview',
        cell: 'masks-per-sample',
        test: 'each sample has a thin network of its own: an iteration trains as many as its batch has rows',
      },
    ],
  },
  {
    statement: '1.6',
    verdict: 'exact',
    evidence: [
      {
        notebook: '01-overview',
        cell: 'prediction-check',
        test: 'prediction repeats to the bit and equals that of a network without the dropout layer',
      },
    ],
  },
  {
    statement: '1.7',
    verdict: 'holds statistically',
    evidence: [
      {
        notebook: '01-overview',
        cell: 'forget-words',
        test: 'without scaling the loss is several times as large; the accuracy hardly changes',
      },
    ],
  },
  {
    statement: '1.8',
    verdict: 'exact',
    evidence: [
      {
        notebook: '01-overview',
        cell: 'conventions-check',
        test: 'with weights larger by 1/p, scale-down is the same function in training and prediction',
      },
    ],
  },
  {
    statement: '1.9',
    verdict: 'exact',
    evidence: [
      {
        notebook: '01-overview',
        cell: 'keras-check',
        test: 'its layer multiplies by 1/(1 − rate) in training and by nothing in prediction',
      },
    ],
  },
  {
    statement: '2.1',
    verdict: 'loose',
    evidence: [
      {
        notebook: '02-ensemble',
        cell: 'one-step',
        test: 'one step of one thinned network moves all 256: they share weights',
      },
    ],
  },
  {
    statement: '2.2',
    verdict: 'holds with a condition',
    evidence: [
      {
        notebook: '02-ensemble',
        cell: 'votes-words',
        test: 'with one masked layer it is their geometric mean, exactly; their arithmetic mean it is not',
      },
    ],
  },
  {
    statement: '2.3',
    verdict: 'loose',
    evidence: [
      {
        notebook: '02-ensemble',
        cell: 'crowds-words',
        test: 'in looks: bagging five of the same networks gains far less than dropout',
      },
    ],
  },
  {
    statement: '2.4',
    verdict: 'holds statistically',
    evidence: [
      {
        notebook: '02-ensemble',
        cell: 'variance-words',
        test: 'over training sets the variance of the prediction falls, to less than half',
      },
    ],
  },
  {
    statement: '2.5',
    verdict: 'loose',
    evidence: [
      {
        notebook: '02-ensemble',
        cell: 'halves-words',
        test: 'it is not the vote: one random half of a dropout network beats five whole networks that vote',
      },
    ],
  },
  {
    statement: '2.6',
    verdict: 'exact',
    evidence: [
      {
        notebook: '02-ensemble',
        cell: 'cut-out',
        test: 'masked or cut out, a thinned network gives the same bits',
      },
    ],
  },
  {
    statement: '2.7',
    verdict: 'holds statistically',
    evidence: [
      {
        notebook: '02-ensemble',
        cell: 'halves-words',
        test: 'when half of the units fall, a network trained with dropout loses less',
      },
      {
        notebook: '02-ensemble',
        cell: 'penalised-halves',
        test: 'an L2 penalty does not do that: without half of its units, such a network loses more',
      },
    ],
  },
  {
    statement: '2.8',
    verdict: 'exact',
    evidence: [
      {
        notebook: '02-ensemble',
        cell: 'how-many',
        test: '2²⁵⁶ in number; a training draws 15,000, no two alike',
      },
    ],
  },
  {
    statement: '2.9',
    verdict: 'holds with a condition',
    evidence: [
      {
        notebook: '02-ensemble',
        cell: 'two-layers-interval',
        test: 'behind two masked layers it is no longer exact; training with dropout brings it nearer',
      },
      {
        notebook: '02-ensemble',
        cell: 'monte-carlo-words',
        test: 'trained with dropout, it decides as a vote of 32 members does; trained without, it does not',
      },
    ],
  },
  {
    statement: '2.10',
    verdict: 'loose',
    evidence: [
      {
        notebook: '02-ensemble',
        cell: 'remedies-words',
        test: 'here it beats no remedy at all, but neither L2, nor stopping early, nor a small network',
      },
    ],
  },
  {
    statement: '3.1',
    verdict: 'holds with a condition',
    evidence: [
      {
        notebook: '03-zero-out-backprop',
        cell: 'idle-batches',
        test: 'each sample has its own mask: a unit idles through a batch of B with probability rate^B',
      },
      {
        notebook: '03-zero-out-backprop',
        cell: 'still',
        test: 'under plain gradient descent; momentum, Adam and weight decay move weights that have no gradient',
      },
    ],
  },
  {
    statement: '3.2',
    verdict: 'exact',
    evidence: [
      {
        notebook: '03-zero-out-backprop',
        cell: 'factors',
        test: 'of seven factors of the chain rule, each measured, the mask makes two 0: m x₂ and m',
      },
    ],
  },
  {
    statement: '3.3',
    verdict: 'exact',
    evidence: [
      {
        notebook: '03-zero-out-backprop',
        cell: 'zero-outputs',
        test: 'whatever made x₂ = 0, the outgoing weight has gradient 0',
      },
    ],
  },
  {
    statement: '3.4',
    verdict: 'wrong as written',
    evidence: [
      {
        notebook: '03-zero-out-backprop',
        cell: 'zero-outputs',
        test: 'a tanh unit at z = 0 puts out 0, and its incoming weight learns; the mask freezes it, not the 0',
      },
    ],
  },
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
    statement: '5.1',
    verdict: 'exact',
    evidence: [
      {
        notebook: '05-scale-down',
        cell: 'mismatch-words',
        test: 'over all 32 masks the next unit receives p times what it receives with all units',
      },
    ],
  },
  {
    statement: '5.2',
    verdict: 'exact',
    evidence: [
      {
        notebook: '05-scale-down',
        cell: 'conventions',
        test: 'in both conventions prediction equals the mean in training, at p times or at the full size',
      },
    ],
  },
  {
    statement: '5.3',
    verdict: 'exact',
    evidence: [
      {
        notebook: '05-scale-down',
        cell: 'network',
        test: 'the kernel times 4/5 predicts the mean over all 256 masks; the bias stays as it is',
      },
    ],
  },
  {
    statement: '5.4',
    verdict: 'holds with a condition',
    evidence: [
      {
        notebook: '05-scale-down',
        cell: 'times-p',
        test: 'for the sum a unit receives, on average over the masks; one mask alone is off by its spread',
      },
      {
        notebook: '05-scale-down',
        cell: 'activations',
        test: 'behind a curved activation the mean of the outputs is not the output of the mean',
      },
    ],
  },
  {
    statement: '5.5',
    verdict: 'loose',
    evidence: [
      {
        notebook: '05-scale-down',
        cell: 'depth-table',
        test: 'exact where masks meet only sums on their way out; off where they pass a rectifier',
      },
    ],
  },
  {
    statement: '5.6',
    verdict: 'holds with a condition',
    evidence: [
      {
        notebook: '05-scale-down',
        cell: 'monte-carlo-words',
        test: 'listing 2²⁵⁶ networks is out of reach, but the mean of 50 drawn at random beats weight scaling in loss',
      },
    ],
  },
  {
    statement: '6.1',
    verdict: 'exact',
    evidence: [
      {
        notebook: '06-scale-up',
        cell: 'training-argument',
        test: 'in training what is kept is enlarged; in prediction nothing changes',
      },
    ],
  },
  {
    statement: '6.2',
    verdict: 'exact',
    evidence: [
      {
        notebook: '06-scale-up',
        cell: 'factors',
        test: 'at rate 1/5 the factors are 0 and 5/4, and no other',
      },
    ],
  },
  {
    statement: '6.3',
    verdict: 'holds statistically',
    evidence: [
      {
        notebook: '06-scale-up',
        cell: 'frequency',
        test: 'over many units the share that is set to 0 is the rate',
      },
    ],
  },
  {
    statement: '6.4',
    verdict: 'loose',
    evidence: [
      {
        notebook: '06-scale-up',
        cell: 'sum-words',
        test: 'only the expected sum is unchanged: 45 on average, exactly 45 in 7 of 100 calls',
      },
    ],
  },
  {
    statement: '6.5',
    verdict: 'exact',
    evidence: [
      {
        notebook: '06-scale-up',
        cell: 'engine-fit-training',
        test: 'in prediction every unit passes the layer bit for bit',
      },
    ],
  },
  {
    statement: '6.6',
    verdict: 'exact',
    evidence: [
      {
        notebook: '06-scale-up',
        cell: 'fit-training',
        test: 'fit reports the loss of thinned networks, evaluate that of the whole one',
      },
    ],
  },
  {
    statement: '6.7',
    verdict: 'exact',
    evidence: [
      {
        notebook: '06-scale-up',
        cell: 'trainable',
        test: 'with trainable = false it drops all the same, and has no weights',
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
        test: 'both layers multiply by 0 and by 2 and by nothing between',
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
    statement: '8.1',
    verdict: 'exact',
    evidence: [
      {
        notebook: '08-optimal-rate',
        cell: 'no-dropout',
        test: 'with p = 1 training and prediction are the same, bit for bit',
      },
      {
        notebook: '08-optimal-rate',
        cell: 'noise',
        test: 'the smaller p, the larger the variance (1 − p) / p of the noise',
      },
    ],
  },
  {
    statement: '8.2',
    verdict: 'holds statistically',
    evidence: [
      {
        notebook: '08-optimal-rate',
        cell: 'sweep-words',
        test: 'p = 0.8 and p = 0.5 both gain over no dropout, beyond doubt',
      },
    ],
  },
  {
    statement: '8.3',
    verdict: 'holds with a condition',
    evidence: [
      {
        notebook: '08-optimal-rate',
        cell: 'inputs-words',
        test: 'dropping inputs hurts where there are two and helps where twenty share the work',
      },
    ],
  },
  {
    statement: '8.4',
    verdict: 'holds statistically',
    evidence: [
      {
        notebook: '08-optimal-rate',
        cell: 'width-words',
        test: 'at rate 0.5 the width hardly matters, at 0.7 64 units do well where 16 fail',
      },
      {
        notebook: '08-optimal-rate',
        cell: 'coupled-words',
        test: 'with pn fixed the cliff moves right; without dropout the smaller n overfits less',
      },
    ],
  },
  {
    statement: '8.5',
    verdict: 'loose',
    evidence: [
      {
        notebook: '08-optimal-rate',
        cell: 'underfit-words',
        test: 'small p underfits where n is small; a big n is the cure, at 64 times the work',
      },
    ],
  },
  {
    statement: '8.6',
    verdict: 'holds statistically',
    evidence: [
      {
        notebook: '08-optimal-rate',
        cell: 'sweep-words',
        test: 'p = 0.9 leaves overfitting that p = 0.5 prevents',
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
  {
    statement: '10.1',
    verdict: 'holds statistically',
    evidence: [
      {
        notebook: '10-model',
        cell: 'remedies',
        test: 'fewer layers without dropout beat the four with it: the depth is there to be regularised',
      },
    ],
  },
  {
    statement: '10.2',
    verdict: 'loose',
    evidence: [
      {
        notebook: '10-model',
        cell: 'many-50-words',
        test: '0.78 is one draw of a number that varies by five points and more; without dropout, too, 0.86 is common',
      },
    ],
  },
  {
    statement: '10.3',
    verdict: 'loose',
    evidence: [
      {
        notebook: '10-model',
        cell: 'gap-words',
        test: 'a gap of eight points has the right sign and a lucky size',
      },
      {
        notebook: '10-model',
        cell: 'truth',
        test: 'on fresh points dropout gains about two points, in most pairs and beyond doubt',
      },
      {
        notebook: '10-model',
        cell: 'bayes',
        test: '0.86 lies above what any rule can reach; on 50 points even the Bayes rule gets there by luck',
      },
    ],
  },
  {
    statement: '10.4',
    verdict: 'loose',
    evidence: [
      {
        notebook: '10-model',
        cell: 'curves-words',
        test: 'dropout delays and damps the rise of the validation loss, and often does not prevent it',
      },
    ],
  },
];
