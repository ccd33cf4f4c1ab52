import { type Argument } from '../check';
import { count } from '../count';
import { type Matrix, type MatrixLike } from '../numpy/matrix';
import { type Options, readOptions } from '../options';
import { labels, matrixOf, nameList, type PlotValues } from './arguments';
import { type Figure, figureOf, figureOptions, type FigureOptions, type Trace } from './figure';
import { brief, seen } from './alternative';
import { list, literal } from './text';
import { axis, baseLayout, classStyles, paper } from './theme';

/** Points of a plane and their classes. */
export interface LabeledPoints {
  readonly X: MatrixLike;
  readonly y: PlotValues;
}

/** The options of every figure of a plane, besides those of every figure. */
export const planeTable = {
  /** Name of the first feature; default `x₁`. */
  xLabel: { type: 'string', default: 'x₁' },
  /** Name of the second feature; default `x₂`. */
  yLabel: { type: 'string', default: 'x₂' },
  /** One name per class, in the order 0, 1, … */
  classNames: nameList as typeof nameList,
} as const;

const table = {
  /** A second set of points, drawn hollow: the test set. */
  test: {
    read: ({ X, y }: LabeledPoints, { fn }: Argument): PointSet =>
      points({ fn, name: 'test.X' }, { fn, name: 'test.y' }, { X, y }),
    optional: true,
  },
} as const;

export type PointsOptions = FigureOptions & Options<typeof planeTable> & Options<typeof table>;

/**
 * Points of a plane, one color and symbol per class.
 *
 * @param X shape (samples, 2)
 * @param y class labels 0, 1, …, one per sample
 * @example
 * const { X, y } = makeBlobs({ nSamples: 200, centers: [[0, 0], [0.5, 0.1]], clusterStd: 0.25, randomState: 1 });
 * show(plotPoints(X, y, { title: 'Two overlapping blobs' }));
 */
export function plotPoints(X: MatrixLike, y: PlotValues, options: PointsOptions = {}): Figure {
  const fn = 'plotPoints';
  const settings = readOptions(fn, { ...figureOptions, ...planeTable, ...table }, options);
  const { xLabel, yLabel, classNames, test, title, height = 440 } = settings;
  const sets = [points({ fn, name: 'X' }, { fn, name: 'y' }, { X, y }), ...(test ? [test] : [])];
  const suffixes = test ? [', train', ', test'] : [''];
  const classes = distinctClasses(sets);
  const nameOf = classNamer(classNames);
  return figureOf({
    title,
    topic: 'Points by class',
    traces: sets.flatMap((set, s) =>
      pointTraces(set, c => literal(nameOf(c) + suffixes[s]), { hollow: s === 1 }),
    ),
    layout: baseLayout(
      { height, legend: true },
      {
        xaxis: axis(xLabel, { constrain: 'domain' }),
        yaxis: axis(yLabel, { scaleanchor: 'x', constrain: 'domain', constraintoward: 'top' }),
      },
    ),
    alt: pointsSeen(sets[0], nameOf, test !== undefined),
    words: list(sets.flatMap((set, s) => classes.map(c => ofClass(set, c, nameOf(c) + suffixes[s])))),
    columns: ['set', xLabel, yLabel, 'class'],
    rows: sets.flatMap((set, s) =>
      set.classes.map((c, i) => [s ? 'test' : 'train', set.X.at(i, 0), set.X.at(i, 1), nameOf(c)]),
    ),
  });
}

/** The name of class c, as a figure of a plane writes it. */
export function classNamer(classNames: readonly string[] | undefined): (c: number) => string {
  return c => classNames?.[c] ?? `class ${c}`;
}

function distinctClasses(sets: readonly PointSet[]): number[] {
  return [...new Set(sets.flatMap(set => set.classes))].toSorted((a, b) => a - b);
}

function ofClass(set: PointSet, c: number, name: string): string {
  return `${count(set.classes.filter(k => k === c).length, 'point')} of ${name}`;
}

/** As many points as are compared with each other to see whether classes mix. */
const COMPARED = 500;

function pointsSeen(set: PointSet, nameOf: (c: number) => string, hasTest: boolean): string {
  const { X, classes } = set;
  const distinct = distinctClasses([set]);
  return seen(`Scatter plot, ${count(classes.length, 'point')}`, [
    distinct.map(c => brief(nameOf(c))).join(', '),
    ...(distinct.length > 1 ? [mixing(X, classes)] : []),
    ...(hasTest ? ['test points hollow'] : []),
  ]);
}

/** Whether points stand beside their own class: how often the nearest point is of another. */
function mixing(X: Matrix, classes: readonly number[]): string {
  const n = Math.min(classes.length, COMPARED);
  const at = Array.from({ length: n }, (_, i) => Math.floor((i * classes.length) / n));
  const away = (i: number, k: number): number =>
    (X.at(i, 0) - X.at(k, 0)) ** 2 + (X.at(i, 1) - X.at(k, 1)) ** 2;
  const others = at.filter(i => {
    const near = at.filter(k => k !== i).reduce((best, k) => (away(i, k) < away(i, best) ? k : best));
    return classes[near] !== classes[i];
  });
  if (others.length === 0) return 'the classes lie apart';
  return others.length < 0.1 * n ? 'the classes touch' : 'the classes overlap';
}

/** Checked points. */
export interface PointSet {
  readonly X: Matrix;
  readonly classes: readonly number[];
}

/** Checks points: X of shape (samples, 2), one label per sample. */
export function points(forX: Argument, forY: Argument, { X, y }: LabeledPoints): PointSet {
  const checked = matrixOf(forX, X, 2);
  return { X: checked, classes: labels(forY, y, checked.rows) };
}

/** How points are drawn; what is left are plotly's attributes. */
interface PointStyle {
  readonly hollow?: boolean;
  readonly size?: number;
  readonly rim?: string;
  readonly [attribute: string]: unknown;
}

/** One scatter trace per class. */
export function pointTraces(
  set: PointSet,
  nameOf: (c: number) => string,
  { hollow = false, size = 8, rim = paper, ...attributes }: PointStyle = {},
): Trace[] {
  return distinctClasses([set]).map(c => {
    const { color, symbol } = classStyles[c % classStyles.length];
    const rows = set.classes.flatMap((k, i) => (k === c ? [i] : []));
    return {
      type: 'scatter',
      mode: 'markers',
      name: nameOf(c),
      x: rows.map(i => set.X.at(i, 0)),
      y: rows.map(i => set.X.at(i, 1)),
      marker: hollow
        ? { symbol: `${symbol}-open`, color, size: size + 1, line: { width: 1.6 } }
        : { symbol, color, size, line: { color: rim, width: 0.8 } },
      ...attributes,
    };
  });
}
