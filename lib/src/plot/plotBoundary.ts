import { extent } from 'simple-statistics';
import { violation } from '../check';
import { formatNumber } from '../formatNumber';
import { Matrix, type MatrixLike } from '../numpy/matrix';
import { type Options, readOptions } from '../options';
import { checkNamed, matrixOf, nameList, type PlotValues } from './arguments';
import { config, type Figure, figureOptions, type FigureOptions, figureTable, type Trace } from './figure';
import { axisName, panels } from './panels';
import { points, type PointSet, pointTraces } from './plotPoints';
import { brief, seen } from './alternative';
import { boundarySeen } from './boundarySeen';
import { count, list, literal } from './text';
import { axis, baseLayout, divergingScale, ink } from './theme';

/** A model as a figure needs it: from points, shape (n, 2), to the probability of class 1, shape (n, 1). */
export type Predict = (X: Matrix) => MatrixLike | ArrayLike<number>;

/** A model with the name its panel bears. */
export interface NamedModel {
  readonly name: string;
  readonly predict: Predict;
}

const table = {
  /** Name of the first feature; default `x₁`. */
  xLabel: { type: 'string', default: 'x₁' },
  /** Name of the second feature; default `x₂`. */
  yLabel: { type: 'string', default: 'x₂' },
  /** One name per class, in the order 0, 1. */
  classNames: nameList as typeof nameList,
  /** Grid points along each side; default 60. */
  resolution: { type: 'integer', min: 2, max: 400, meaning: 'grid points along each side', default: 60 },
} as const;

export type BoundaryOptions = FigureOptions & Options<typeof table>;

/**
 * What models say about the whole plane: the probability of class 1 as a surface, the line where it is 0.5, and
 * the points. Several models stand side by side under one color scale.
 *
 * @param models one or more `{ name, predict }`
 * @param X shape (samples, 2)
 * @param y class labels 0 and 1, one per sample
 * @throws RangeError or TypeError when shapes differ, a value is invalid or a prediction is no probability
 * @example
 * show(plotBoundary([
 *   { name: 'without dropout', predict: X => plain.predict(X) },
 *   { name: 'with dropout', predict: X => dropped.predict(X) },
 * ], XTest, yTest));
 */
export function plotBoundary(
  models: readonly NamedModel[],
  X: MatrixLike,
  y: PlotValues,
  options: BoundaryOptions = {},
): Figure {
  const fn = 'plotBoundary';
  const settings = readOptions(fn, { ...figureOptions, ...table }, options);
  checkNamed({ fn, name: 'models' }, models);
  const set = points({ fn, name: 'X' }, { fn, name: 'y' }, { X, y });
  const { xLabel, yLabel, classNames, title, resolution } = settings;
  const { height = HEIGHTS[Math.min(models.length, HEIGHTS.length) - 1] } = settings;
  const nameOf = (c: number): string => classNames?.[c] ?? `class ${c}`;
  const grid = makeGrid(set.X, resolution);
  const surfaces = models.map(model => surface(fn, model, grid));
  const rights = models.map(model => agreement(fn, model, set));
  const shares = surfaces.map(z => z.flat().filter(p => p > 0.5).length / resolution ** 2);
  const layout = panels(models.map(model => model.name));
  return {
    data: models.flatMap((_, k) => [
      ...surfaceTraces(grid, surfaces[k], k),
      ...pointTraces(set, c => literal(nameOf(c)), {
        size: 7,
        rim: ink,
        showlegend: k === 0,
        xaxis: axisName('x', k),
        yaxis: axisName('y', k),
      }),
    ]),
    layout: baseLayout(
      { height, legend: true, panelTitles: layout.titleHeight },
      {
        ...layout.axes(
          () => axis(xLabel, { range: [grid.x[0], grid.x.at(-1)], constrain: 'domain', showgrid: false }),
          k =>
            axis(k ? '' : yLabel, {
              range: [grid.y[0], grid.y.at(-1)],
              scaleanchor: axisName('x', k),
              constrain: 'domain',
              constraintoward: 'top',
              showgrid: false,
              ticks: k ? '' : 'outside',
              showticklabels: k === 0,
            }),
        ),
        annotations: layout.annotations,
        coloraxis: {
          cmin: 0,
          cmax: 1,
          colorscale: divergingScale,
          colorbar: {
            title: { text: literal(`P(${nameOf(1)})`), font: { size: 12 }, side: 'right' },
            thickness: 12,
            outlinewidth: 0,
          },
        },
      },
    ),
    config,
    title,
    alt: seen(
      'Map of the plane',
      models.map(({ name }, k) => `${name ? `${brief(name)}: ` : ''}${boundarySeen(surfaces[k], nameOf)}`),
    ),
    words: `${title ?? 'Decision boundary'}: ${list(
      models.map(
        ({ name }, k) =>
          `${name || 'the model'} calls ${formatNumber(100 * shares[k])} % of the plane ${nameOf(1)} and ` +
          `${formatNumber(100 * rights[k])} % of the ${count(set.classes.length, 'point')} rightly`,
      ),
    )}.`,
    tables: [
      figureTable(
        ['model', `share of the plane called ${nameOf(1)}`, 'share of the points called rightly'],
        models.map(({ name }, k) => [name || 'the model', formatNumber(shares[k]), formatNumber(rights[k])]),
      ),
    ],
  };
}

/** Panels side by side are narrower, and their sides keep one scale. */
const HEIGHTS = [440, 360, 300];

interface Grid {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Shape (resolution², 2), row by row from the lowest y. */
  readonly points: Matrix;
}

/** A square grid over the points with a tenth of room on every side. */
function makeGrid(X: Matrix, resolution: number): Grid {
  const [x, y] = [X.column(0), X.column(1)].map(column => {
    const [low, high] = extent(column);
    const room = (high - low || 1) / 10;
    return Array.from(
      { length: resolution },
      (_, i) => low - room + ((high - low + 2 * room) * i) / (resolution - 1),
    );
  });
  const data = new Float32Array(2 * resolution ** 2);
  y.forEach((b, i) => x.forEach((a, j) => data.set([a, b], 2 * (i * resolution + j))));
  return { x, y, points: new Matrix(resolution ** 2, 2, data) };
}

/** The predictions as numbers, checked to be probabilities, one per row of X. */
function probabilities(fn: string, { name, predict }: NamedModel, X: Matrix): number[] {
  const argument = { fn, name: 'predict', meaning: `probability of class 1, model ${name}` };
  if (typeof predict !== 'function') throw new TypeError(violation(argument, 'be a function', predict));
  const output = predict(X);
  const isMatrix = output instanceof Matrix || Array.isArray((output as readonly unknown[])[0]);
  const result = isMatrix
    ? Array.from(matrixOf(argument, output as MatrixLike, 1).data)
    : Array.from(output as ArrayLike<number>);
  if (result.length !== X.rows)
    throw new RangeError(violation(argument, `return ${X.rows} probabilities`, result));
  const wrong = result.find(p => !(p >= 0 && p <= 1));
  if (wrong !== undefined) throw new RangeError(violation(argument, 'return numbers in [0, 1]', wrong));
  return result;
}

function surface(fn: string, model: NamedModel, grid: Grid): number[][] {
  const p = probabilities(fn, model, grid.points);
  const n = grid.x.length;
  return grid.y.map((_, i) => p.slice(i * n, (i + 1) * n));
}

function agreement(fn: string, model: NamedModel, { X, classes }: PointSet): number {
  const p = probabilities(fn, model, X);
  return classes.filter((c, i) => c === Number(p[i] > 0.5)).length / classes.length;
}

function surfaceTraces(grid: Grid, z: number[][], k: number): Trace[] {
  const place = { x: grid.x, y: grid.y, z, xaxis: axisName('x', k), yaxis: axisName('y', k) };
  return [
    {
      type: 'heatmap',
      ...place,
      coloraxis: 'coloraxis',
      zsmooth: 'best',
      hoverinfo: 'z',
      zhoverformat: '.3f',
    },
    {
      type: 'contour',
      ...place,
      contours: { start: 0.5, end: 0.5, size: 1, coloring: 'none' },
      line: { color: ink, width: 2 },
      showscale: false,
      showlegend: false,
      hoverinfo: 'skip',
    },
  ];
}
