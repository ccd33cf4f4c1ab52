import { mean } from '../../stats/mean';
import { type Batch, batchOf, type MuseumLayer } from './museumLayer';

const ROWS = 2000;
const UNITS = 8;

const same = (a: Batch, b: Batch): boolean =>
  a.every((row, i) => row.every((value, j) => Object.is(value, b[i][j])));

/** The correlation of two lists of numbers; 0 when one of them is constant. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (f: (i: number) => number): number => a.reduce((total, _, i) => total + f(i), 0);
  const spread = Math.sqrt(sum(i => (a[i] - ma) ** 2) * sum(i => (b[i] - mb) ** 2));
  return spread && sum(i => (a[i] - ma) * (b[i] - mb)) / spread;
}

/** What is wrong with a dropout layer, in words; an empty list for a sound one. The layer's rate is changed on the way. */
export function symptoms(layer: MuseumLayer): string[] {
  const ones = batchOf(ROWS, UNITS, () => 1);
  const x = batchOf(ROWS, UNITS, () => 1);
  const { rate } = layer;
  const predicted = layer.predict(x);
  const first = layer.train(x);
  const gradient = layer.backward(ones);
  const second = layer.train(x);
  const again = layer.predict(x);
  const expected = mean(predicted.flat());
  const noise = first.flat().map(value => value / expected);
  const variance = mean(noise.map(value => value ** 2)) - mean(noise) ** 2;
  const [column, neighbor] = [0, 1].map(j => first.map(row => row[j]));
  const [left, right] = [first.slice(0, ROWS / 2), first.slice(ROWS / 2)].map(half => half.flat());
  layer.rate = 0;
  const off = layer.train(x);
  const findings: readonly [boolean, string][] = [
    [!same(x, ones), 'it changes its input'],
    [!same(predicted, again), 'two predictions differ'],
    [!same(gradient, first), 'the backward pass uses other factors than the forward pass'],
    [same(first, second), 'two training passes have the same mask'],
    [Math.abs(mean(noise) - 1) > 0.05, 'training and prediction have different means'],
    [!(Math.abs(variance - rate / (1 - rate)) < 0.05), 'the variance does not fit the rate'],
    [Math.abs(correlation(column, neighbor)) > 0.1, 'neighboring units share a mask'],
    [Math.abs(correlation(left, right)) > 0.1, 'samples share a mask'],
    [!same(off, layer.predict(x)), 'it still drops units at rate 0'],
  ];
  return findings.filter(([found]) => found).map(([, symptom]) => symptom);
}
