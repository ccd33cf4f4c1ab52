import { type Argument } from '../check';
import { formatNumber } from '../formatNumber';
import { type Matrix, type MatrixLike } from '../numpy/matrix';
import { type Options, readOptions } from '../options';
import { labels, matrixOf, nameList, type PlotValues } from './arguments';
import { config, type Figure, figureOptions, type FigureOptions, figureTable, type Trace } from './figure';
import { brief, seen } from './alternative';
import { count, list, literal } from './text';
import { axis, baseLayout, classStyles, paper } from './theme';

/** Points of a plane and their classes. */
export interface LabeledPoints {
  readonly X: MatrixLike;
  readonly y: PlotValues;
}

const table = {
  /** Name of the first feature; default `x₁`. */
  xLabel: { type: 'string', default: 'x₁' },
  /** Name of the second feature; default `x₂`. */
  yLabel: { type: 'string', default: 'x₂' },
  /** One name per class, in the order 0, 1, … */
  classNames: nameList as typeof nameList,
  /** A second set of points, drawn hollow: the test set. */
  test: {
    read: ({ X, y }: LabeledPoints, { fn }: Argument): PointSet =>
      points({ fn, name: 'test.X' }, { fn, name: 'test.y' }, { X, y }),
    optional: true,
  },
} as const;

export type PointsOptions = FigureOptions & Options<typeof table>;

/**
 * Points of a plane, one color and symbol per class.
 *
 * @param X shape (samples, 2)
 * @param y class labels 0, 1, …, one per sample
 * @throws RangeError or TypeError when shapes differ or a value is invalid
 * @example
 * const { X, y } = makeBlobs({ nSamples: 200, centers: [[0, 0], [0.5, 0.1]], clusterStd: 0.25, randomState: 1 });
 * show(plotPoints(X, y, { title: 'Two overlapping blobs' }));
 */
export function plotPoints(X: MatrixLike, y: PlotValues, options: PointsOptions = {}): Figure {
  const fn = 'plotPoints';
  const settings = readOptions(fn, { ...figureOptions, ...table }, options);
  const sets = [points({ fn, name: 'X' }, { fn, name: 'y' }, { X, y })];
  const { xLabel, yLabel, classNames, test, title, height = 440 } = settings;
  if (test) sets.push(test);
  const names = sets.length === 2 ? [', train', ', test'] : [''];
  const classes = [...new Set(sets.flatMap(set => set.classes))].toSorted((a, b) => a - b);
  const nameOf = (c: number): string => classNames?.[c] ?? `class ${c}`;
  const parts = sets.flatMap((set, s) =>
    classes.map(c => `${count(set.classes.filter(k => k === c).length, 'point')} of ${nameOf(c)}${names[s]}`),
  );
  return {
    data: sets.flatMap((set, s) => pointTraces(set, c => literal(nameOf(c) + names[s]), { hollow: s === 1 })),
    layout: baseLayout(
      { height, legend: true },
      {
        xaxis: axis(xLabel, { constrain: 'domain' }),
        yaxis: axis(yLabel, { scaleanchor: 'x', constrain: 'domain', constraintoward: 'top' }),
      },
    ),
    config,
    title,
    alt: pointsSeen(sets[0], nameOf, sets.length === 2),
    words: `${title ?? 'Points by class'}: ${list(parts)}.`,
    tables: [
      figureTable(
        ['set', xLabel, yLabel, 'class'],
        sets.flatMap((set, s) =>
          set.classes.map((c, i) => [
            s ? 'test' : 'train',
            formatNumber(set.X.at(i, 0)),
            formatNumber(set.X.at(i, 1)),
            nameOf(c),
          ]),
        ),
      ),
    ],
  };
}

/** As many points as are compared with each other to see whether classes mix. */
const COMPARED = 500;

function pointsSeen(set: PointSet, nameOf: (c: number) => string, hasTest: boolean): string {
  const { X, classes } = set;
  const distinct = [...new Set(classes)].toSorted((a, b) => a - b);
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

/** One scatter trace per class. */
export function pointTraces(
  { X, classes }: PointSet,
  nameOf: (c: number) => string,
  {
    hollow = false,
    size = 8,
    rim = paper,
    ...attributes
  }: { hollow?: boolean; size?: number; rim?: string; [attribute: string]: unknown } = {},
): Trace[] {
  const distinct = [...new Set(classes)].toSorted((a, b) => a - b);
  return distinct.map(c => {
    const { color, symbol } = classStyles[c % classStyles.length];
    const rows = classes.flatMap((k, i) => (k === c ? [i] : []));
    return {
      type: 'scatter',
      mode: 'markers',
      name: nameOf(c),
      x: rows.map(i => X.at(i, 0)),
      y: rows.map(i => X.at(i, 1)),
      marker: hollow
        ? { symbol: `${symbol}-open`, color, size: size + 1, line: { width: 1.6 } }
        : { symbol, color, size, line: { color: rim, width: 0.8 } },
      ...attributes,
    };
  });
}
