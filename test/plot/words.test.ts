import { expect, test } from 'vitest';
import { samples } from './samples.ts';

const { points, boundary, loss, network, mask, histogram, sweep, bars, gradientFlow, convergence } =
  samples('T');

test.each([
  ['points, by class and set', points, ['1 point of T, train', '2 points of T, train']],
  [
    'a boundary, by share of the plane and of the points',
    boundary,
    ['66.67 % of the plane', '100 % of the 3 points'],
  ],
  [
    'losses, from first to last with the lowest',
    loss,
    ['T from 0.8 to 0.9 over 2 epochs, lowest 0.8 at epoch 1'],
  ],
  ['many losses, by their median', loss, ['(median of 2 runs): T from 2 to 3']],
  [
    'a network, by its dropped units and cut connections',
    network,
    ['dropped hidden 2, 3 connections cut', '2-2-1 units'],
  ],
  ['masks, by the share dropped at each step', mask, ['1 (33.33 %) at step 1 and 2 (66.67 %) at step 2']],
  [
    'a distribution, by mean and standard deviation',
    histogram,
    ['mean 2.875, standard deviation 1.536', 'T 2.875'],
  ],
  [
    'a sweep, by every value with its interval',
    sweep,
    ['0.7 [0.6, 0.8] at 0', '0.8 [0.75, 0.85] at 0.5', 'T: 0.8461'],
  ],
  ['bars, by every value with its interval', bars, ['T, T 0.8321 [0.83, 0.834]', 'other 0.5']],
  ['gradients, by how many are exactly zero', gradientFlow, ['3 of 6 weights', 'all of unit 2', 'size 4']],
  [
    'running means, by the last and its distance',
    convergence,
    ['mean of 4 draws of T is 8, 0.5 from the T 7.5'],
  ],
])('in words: %s', (_, figure, phrases) => {
  for (const phrase of phrases) expect(figure.words).toContain(phrase);
});
