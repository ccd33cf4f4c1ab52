import { expect, test } from 'vitest';
import { exhibits } from '../../lib/src/course/museum/exhibits.ts';
import { barsOf } from './barsOf.ts';
import { describeNotebook } from './describeNotebook.ts';

const layerTest = (body: string) =>
  `function isHealthy(layer: MuseumLayer): boolean | undefined {\n${body}\n}`;

const repaired = (factor: string, rate: string, back: string) => `
function makeLayer(rate: number, random: () => number): MuseumLayer {
  const draw = (x: number[][], rate: number) =>
    x.map(row => row.map(() => (random() >= rate ? ${factor} : 0)));
  const apply = (x: number[][], factors: number[][]) =>
    x.map((row, i) => row.map((value, j) => value * factors[i][j]));
  let factors: number[][] = [];
  return {
    rate,
    train(x) {
      factors = draw(x, ${rate});
      return apply(x, factors);
    },
    predict: x => x,
    backward: g => apply(g, ${back}),
  };
}`;

const wrongAnswers = {
  healthy: [
    layerTest('return true;'),
    layerTest('return false;'),
    layerTest('return equal(layer.predict(ones(40)), ones(40));'),
    layerTest('return equal(layer.train(ones(40)), layer.backward(ones(40)));'),
  ],
  repair: [
    repaired('1 / (1 - rate)', 'rate', 'factors'),
    repaired('1 / (1 - rate)', 'this.rate', 'draw(g, rate)'),
    repaired('1 / rate', 'this.rate', 'factors'),
  ],
  blind: ['const seenAtOneHalf = 1;', 'const seenAtOneHalf = 3;', 'const seenAtOneHalf = 4;'],
};

describeNotebook('12-bug-museum', { wrongAnswers }, notebook => {
  test('the catalogue names every exhibit and its address', () => {
    for (const { name, address } of exhibits)
      expect(notebook.text('catalogue')).toContain(`${name}: ${address}`);
  });

  test('left on, the same question gets many answers', () => {
    expect(notebook.values('mode-figure').answers).toBeGreaterThan(3);
    const [figure] = notebook.figures('mode-figure');
    const [, sound] = figure!.data as { y: number[] }[];
    expect(new Set(sound!.y)).toEqual(new Set([1]));
  });

  test('another mask in the backward pass costs loss', () => {
    expect(notebook.values('gradient-words').extraLoss.low).toBeGreaterThan(0);
  });

  test('groups of four have the same mask', () => {
    const [figure] = notebook.figures('groups');
    const [mask] = figure!.data as { z: number[][] }[];
    for (const row of mask!.z) for (let j = 0; j < row.length; j++) expect(row[j]).toBe(row[j - (j % 4)]);
  });

  test('a second worker with the same mask does not make the mean steadier', () => {
    const { independent, shared } = notebook.values('workers-words');
    expect(independent).toBeGreaterThan(0.4);
    expect(independent).toBeLessThan(0.6);
    expect(shared).toBeGreaterThan(0.9);
    expect(shared).toBeLessThan(1.1);
  });

  test('wrong scales agree at rate 0.5 and differ elsewhere; an exchanged rate never shows', () => {
    const [figure] = notebook.figures('numbers-figure');
    const [sound, byRate, byHalf, exchanged] = figure!.data as { y: number[] }[];
    const off = (series: { y: number[] }) => series.y.map(ratio => Math.abs(ratio - 1));
    for (const series of [sound!, exchanged!]) expect(Math.max(...off(series))).toBeLessThan(0.15);
    for (const series of [byRate!, byHalf!]) {
      expect(off(series)[4]).toBeLessThan(0.05);
      expect(off(series)[1]).toBeGreaterThan(0.5);
    }
  });

  test('coarse numbers drop about 16 of 8192 rows at rate 0', () => {
    const { zeros } = notebook.values('coarse');
    expect(zeros).toBeGreaterThan(3);
    expect(zeros).toBeLessThan(33);
  });

  test('a layer that ignores a new rate drops as it was built; a sound one follows', () => {
    const [figure] = notebook.figures('housekeeping-figure');
    const [ignored, sound] = figure!.data as { x: number[]; y: number[] }[];
    for (const share of ignored!.y) expect(Math.abs(share - 0.25)).toBeLessThan(0.03);
    sound!.y.forEach((share, k) => expect(Math.abs(share - sound!.x[k]!)).toBeLessThan(0.03));
  });

  test('the layer in place changes its input', () => {
    expect(notebook.values('in-place').changed).toBe(8);
  });

  test('simple tests catch one fault or two, and one of them accuses a sound layer', () => {
    const bars = Object.values(barsOf(notebook, 'naive')).map(({ value }) => value);
    for (const value of bars) expect(value).toBeLessThan(exhibits.length / 3);
    expect(notebook.text('naive-words')).toMatch(/accuses a sound layer,\s+scale-down dropout/);
  });
});
