import { extent } from 'simple-statistics';
import { violation } from '../check';
import { count } from '../count';
import { formatNumber } from '../formatNumber';
import { Matrix, type MatrixLike } from '../numpy/matrix';
import { type Options, readOptions } from '../options';
import { checkNamed, matrixOf, type PlotValues } from './arguments';
import { type Figure, figureOf, figureOptions, type FigureOptions, type Trace } from './figure';
import { inPanel, panelLayout } from './panels';
import { classNamer, planeTable, points, type PointSet, pointTraces } from './plotPoints';
import { brief, seen } from './alternative';
import { boundarySeen } from './boundarySeen';
import { list, literal } from './text';
import { axis, colorAxis, ink } from './theme';

/** A model as a figure needs it: from points, shape (n, 2), to the probability of class 1, shape (n, 1). */
export type Predict = (X: Matrix) => MatrixLike | ArrayLike<number>;

/** A model with the name its panel bears. */
export interface NamedModel {
  readonly name: string;
  readonly predict: Predict;
}

const table = {
  /** Grid points along each side; default 60. */
  resolution: { type: 'integer', min: 2, max: 400, meaning: 'grid points along each side', default: 60 },
} as const;

export type BoundaryOptions = FigureOptions & Options<typeof planeTable> & Options<typeof table>;

/**
 * What models say about the whole plane: the probability of class 1 as a surface, the line where it is 0.5, and
 * the points. Several models stand side by side under one color scale.
 *
 * @param models one or more `{ name, predict }`
 * @param X shape (samples, 2)
 * @param y class labels 0 and 1, one per sample
 * @throws RangeError or TypeError when shapes differ, a value is invalid or a prediction is not a probability
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
  const settings = readOptions(fn, { ...figureOptions, ...planeTable, ...table }, options);
  checkNamed({ fn, name: 'models' }, models);
  const set = points({ fn, name: 'X' }, { fn, name: 'y' }, { X, y });
  const { xLabel, yLabel, title, resolution } = settings;
  const { height = HEIGHTS[Math.min(models.length, HEIGHTS.length) - 1] } = settings;
  const nameOf = classNamer(settings.classNames);
  const grid = makeGrid(set.X, resolution);
  const maps = models.map(model => mapOf(fn, model, grid, set));
  return figureOf({
    title,
    topic: 'Decision boundary',
    traces: maps.flatMap(({ z }, k) => [
      ...surfaceTraces(grid, z, k),
      ...pointTraces(set, c => literal(nameOf(c)), {
        size: 7,
        rim: ink,
        showlegend: k === 0,
        ...inPanel(k),
      }),
    ]),
    layout: panelLayout(
      models.map(model => model.name),
      {
        height,
        legend: true,
        x: () => axis(xLabel, { range: extent(grid.x), constrain: 'domain', showgrid: false }),
        y: k =>
          axis(k ? '' : yLabel, {
            range: extent(grid.y),
            scaleanchor: inPanel(k).xaxis,
            constrain: 'domain',
            constraintoward: 'top',
            showgrid: false,
            ticks: k ? '' : 'outside',
            showticklabels: k === 0,
          }),
      },
      { coloraxis: colorAxis(`P(${nameOf(1)})`, 0, 1) },
    ),
    alt: seen(
      'Map of the plane',
      models.map(({ name }, k) => `${name ? `${brief(name)}: ` : ''}${boundarySeen(maps[k].z, nameOf)}`),
    ),
    words: list(
      maps.map(
        ({ name, share, right }) =>
          `${name} calls ${formatNumber(100 * share)} % of the plane ${nameOf(1)} and ` +
          `${formatNumber(100 * right)} % of the ${count(set.classes.length, 'point')} correctly`,
      ),
    ),
    columns: ['model', `share of the plane called ${nameOf(1)}`, 'share of the points called correctly'],
    rows: maps.map(({ name, share, right }) => [name, share, right]),
  });
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

/** What a model says about the grid and about the points. */
interface ModelMap {
  readonly name: string;
  /** The probability of class 1, one row of the grid after the other. */
  readonly z: readonly (readonly number[])[];
  /** The part of the plane that it calls class 1. */
  readonly share: number;
  /** The part of the points whose class it names. */
  readonly right: number;
}

function mapOf(fn: string, model: NamedModel, grid: Grid, { X, classes }: PointSet): ModelMap {
  const p = probabilities(fn, model, grid.points);
  const n = grid.x.length;
  const atPoints = probabilities(fn, model, X);
  return {
    name: model.name || 'the model',
    z: grid.y.map((_, i) => p.slice(i * n, (i + 1) * n)),
    share: p.filter(one => one > 0.5).length / p.length,
    right: classes.filter((c, i) => c === Number(atPoints[i] > 0.5)).length / classes.length,
  };
}

function surfaceTraces(grid: Grid, z: ModelMap['z'], k: number): Trace[] {
  const place = { x: grid.x, y: grid.y, z, ...inPanel(k) };
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
