import { expect, test } from 'vitest';
import { arrangements } from '../../binder/figures/panels.js';
import { plotBars, plotBoundary, plotHistogram, plotPoints } from '../../lib/src/index.ts';

const X = [[0, 0], [1, 1]]; // prettier-ignore

test('on a phone a long title of an axis breaks, and is whole again on a wide page', () => {
  const title = 'right answers on 50 test points (39 are 0.78, 43 are 0.86)';
  const { below, beside } = arrangements(plotHistogram([{ name: 'a', values: [1, 2] }], { xLabel: title }));
  expect(below['xaxis.title.text']).toBe('right answers on 50 test points (39<br>are 0.78, 43 are 0.86)');
  expect(beside['xaxis.title.text']).toBe(title);
  expect(below).not.toHaveProperty('yaxis.title.text');
});

test('on a phone long names of rows break, and so does the title of the axis beside them', () => {
  const names = ['dropout', 'only the gradient masked'];
  const title = 'accuracy on 2000 fresh points';
  const figure = plotBars(names.map(name => ({ name, value: 1 })), { valueLabel: title }); // prettier-ignore
  const { below, beside } = arrangements(figure);
  expect(below['yaxis.ticktext']).toEqual(['dropout', 'only the gradient<br>masked']);
  expect(below['xaxis.title.text']).toBe('accuracy on 2000 fresh<br>points');
  expect(below.height).toBeGreaterThan(figure.layout.height as number);
  expect(beside).toEqual({
    height: figure.layout.height,
    'yaxis.ticktext': names,
    'xaxis.title.text': title,
  });
});

test('on a phone no figure is higher than its width needs', () => {
  expect(arrangements(plotPoints(X, [0, 1]))).toEqual({ beside: { height: 440 }, below: { height: 370 } });
  const two = plotBoundary(
    ['a', 'b'].map(name => ({ name, predict: points => Array.from({ length: points.rows }, () => 0.5) })),
    X,
    [0, 1],
  );
  const { below } = arrangements(two);
  const [low, high] = below['yaxis.domain'] as [number, number];
  const inner = 2 * 196 + 84;
  expect((high - low) * inner).toBeCloseTo(196, 10);
  expect(below['coloraxis.colorbar.len']).toBeCloseTo(196 / inner, 10);
});
