import { describe, expect, test } from 'vitest';
import { lecture } from '../../lib/src/course/lecture.ts';
import {
  KERAS_TRAINED,
  OTHER_EPSILON,
  PRINTED_FLOAT32,
  REORDERED_FLOAT32,
  TRAINED_FLOAT32,
} from '../tolerances.ts';
import { claim } from './claim.ts';
import { describeNotebook } from './describeNotebook.ts';

const { w1Before, w2Before, w1After, w2After, h1 } = lecture.zeroOut;
const column = (matrix: readonly (readonly number[])[], j: number) => matrix.map(row => row[j]);
const isZero = (matrix: number[][]) => matrix.map(row => row.map(value => value === 0));
const distance = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) =>
  Math.max(...a.flatMap((row, i) => row.map((value, j) => Math.abs(value - b[i]![j]!))));
const others = [0, 1, 3];

const wrongAnswers = {
  'frozen-parameters': [
    'const frozenParameters = (mask: number[]) => mask.filter(kept => kept === 0).length;',
    'const frozenParameters = (mask: number[]) => 3 * mask.filter(kept => kept === 0).length;',
    'const frozenParameters = (mask: number[]) => 4 * mask.filter(kept => kept === 1).length;',
  ],
  'bias-from-output': [
    'const bias4 = 0.5239397;',
    'const bias4 = 1 / (1 + Math.exp(-0.5239397));',
    'const bias4 = Math.log(0.4760603 / 0.5239397);',
  ],
  'unchanged-columns': [
    `const unchangedColumns = (before: number[][], after: number[][]) =>
      before[0]!.map((_, j) => j).filter(j => before.every((row, i) => Math.abs(row[j]! - after[i]![j]!) < 1e-3));`,
    `const unchangedColumns = (before: number[][], after: number[][]) =>
      before[0]!.map((_, j) => j).filter(j => before.some((row, i) => row[j] === after[i]![j]));`,
    `const unchangedColumns = (before: number[][], after: number[][]) =>
      before.map((_, i) => i).filter(i => before[i]!.every((value, j) => value === after[i]![j]));`,
  ],
};

describeNotebook('04-zero-out-verification', { wrongAnswers }, notebook => {
  test('starts from the weights on the slide, printed as the slide prints them', () => {
    expect(notebook.matrices('before')).toEqual([w1Before, w2Before]);
  });

  claim('4.1', 'h2-output', 'the third unit outputs 0, the others what they did before the mask', () => {
    const [before, masked] = [notebook.matrix('h1-output'), notebook.matrix('h2-output')];
    expect(column(masked, 2)).toEqual([0, 0, 0, 0]);
    for (const j of others) expect(column(masked, j)).toEqual(column(before, j));
    expect(column(before, 2).every(value => value! > 0)).toBe(true);
  });

  describe.each(['w1-after', 'engine-w1-after'] as const)('%s', cell => {
    claim('4.2', cell, 'the third column keeps every bit, every other weight moves', () => {
      const w1 = notebook.matrix(cell);
      expect(column(w1, 2)).toEqual(column(w1Before, 2));
      for (const j of others) for (const i of [0, 1]) expect(w1[i]![j]).not.toBe(w1Before[i]![j]);
      expect(notebook.text(cell)).toMatch(/= unchanged: \(0, 2\) \(1, 2\)$/);
    });
  });

  describe.each(['w2-after', 'engine-w2-after'] as const)('%s', cell => {
    claim('4.3', cell, 'of its one column the third row keeps every bit, no other weight', () => {
      const w2 = notebook.matrix(cell);
      expect(w2.map(row => row.length)).toEqual([1, 1, 1, 1]);
      expect(w2[2]).toEqual(w2Before[2]);
      for (const i of others) expect(w2[i]).not.toEqual(w2Before[i]);
      expect(notebook.text(cell)).toMatch(/= unchanged: \(2, 0\)$/);
    });
  });

  test('the dropped unit’s own bias stays 0, the others and the bias of the next layer move', () => {
    expect(isZero(notebook.matrix('b1-after'))).toEqual([[false, false, true, false]]);
    expect(isZero(notebook.matrix('b2-after'))).toEqual([[false]]);
    expect(notebook.values('frozen')).toMatchObject({
      frozen: 4,
      total: 17,
      inW1: 2,
      inB1: 1,
      inW2: 1,
      inB2: 0,
    });
  });

  claim('4.5', 'gradients', 'under the fixed mask the gradient of these weights is 0', () => {
    const [w1, w2] = notebook.matrices('gradients') as [number[][], number[][]];
    expect(isZero(w1)).toEqual([0, 1].map(() => [false, false, true, false]));
    expect(isZero(w2)).toEqual([[false], [false], [true], [false]]);
  });

  test('the weights into the dropped unit do not move, those into the others do', () => {
    const [figure] = notebook.figures('moves-figure');
    const lines = (figure!.data as { y: number[] }[]).map(({ y }) => y.at(-1)!);
    expect(isZero([lines])).toEqual([[false, false, true, false]]);
  });

  test('the engine lands on the slide’s numbers after training', () => {
    expect(distance(notebook.matrix('engine-w1-after'), w1After)).toBeLessThan(TRAINED_FLOAT32);
    expect(distance(notebook.matrix('engine-w2-after'), w2After)).toBeLessThan(TRAINED_FLOAT32);
    expect(Math.max(...notebook.matrix('slide-distance')[1]!)).toBeLessThan(TRAINED_FLOAT32);
  });

  test('Keras, recorded, lands on the slide as the engine does', () => {
    const [keras] = notebook.matrix('slide-distance');
    expect(Math.max(...keras!)).toBeLessThan(KERAS_TRAINED);
    const [slide, recorded] = notebook.matrix('side-by-side') as [number[], number[]];
    expect(slide).toHaveLength(12);
    expect(slide.every((value, k) => Math.abs(value - recorded[k]!) < 2e-5)).toBe(true);
  });

  test('TensorFlow.js lands further away, and the place of epsilon is the whole difference', () => {
    const [, , tfjs] = notebook.matrix('slide-distance');
    expect(Math.max(...tfjs!)).toBeLessThan(0.001 * OTHER_EPSILON);
    const { usual, tiny } = notebook.values('epsilon');
    expect(usual).toBeGreaterThan(10 * REORDERED_FLOAT32);
    expect(tiny).toBeLessThan(REORDERED_FLOAT32);
  });

  claim('4.4', 'golden', 'the printed w1 with logits of the first row as bias gives all 16 outputs', () => {
    const bias = notebook.matrix('golden')[0]!;
    expect(distance([bias.map(b => 1 / (1 + Math.exp(-b)))], [h1[0]!])).toBeLessThan(PRINTED_FLOAT32);
    const { outputs, off } = notebook.values('golden');
    expect(outputs).toBe(16);
    expect(off).toBeLessThan(PRINTED_FLOAT32);
  });

  test('0 times a negative number is a negative zero', () => {
    expect(notebook.matrix('zero-sign')).toEqual([[0, -0]]);
  });
});
