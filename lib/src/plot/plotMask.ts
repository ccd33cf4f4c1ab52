import { formatNumber } from '../formatNumber';
import { count } from '../count';
import { checkMask as checkZerosAndOnes, violation } from '../check';
import { isMatrix, type Matrix, type MatrixData, type MatrixLike } from '../numpy/matrix';
import { type Options, readOptions } from '../options';
import { checkList, matrixOf } from './arguments';
import { type Figure, figureOf, figureOptions, type FigureOptions, type Trace } from './figure';
import { brief, seen } from './alternative';
import { list } from './text';
import { armStyles, axis, baseLayout, muted, ticks, translucent } from './theme';
import { gridTrace, zeroCrosses } from './traces';

const table = {
  /** What a row is; default `sample`. */
  rowLabel: { type: 'string', default: 'sample' },
  /** What a column is; default `unit`. */
  columnLabel: { type: 'string', default: 'unit' },
} as const;

export type MaskOptions = FigureOptions & Options<typeof table>;

/**
 * Masks: which unit (column) is kept for which sample (row). Several masks, one per training step, become an
 * animation with a slider.
 *
 * @param given one mask per step, or a single `Matrix`; each of shape (samples, units), 1 = kept, 0 = dropped
 * @throws RangeError or TypeError when shapes differ or an element is neither 0 nor 1
 * @example
 * show(plotMask([[[1, 0, 1, 1], [0, 0, 1, 1]]], { title: 'Every sample has its own mask' }));
 */
export function plotMask(given: MatrixData | readonly MatrixLike[], options: MaskOptions = {}): Figure {
  const fn = 'plotMask';
  const steps = isMatrix(given) ? [given] : given;
  const settings = readOptions(fn, { ...figureOptions, ...table }, options);
  checkList({ fn, name: 'steps', meaning: 'one mask per step' }, steps);
  const { title, rowLabel, columnLabel } = settings;
  const masks = steps.map((step, s) => checkMask(fn, `steps[${s}]`, step));
  const { rows, cols } = masks[0];
  const wrong = masks.findIndex(mask => mask.rows !== rows || mask.cols !== cols);
  if (wrong >= 0)
    throw new RangeError(violation({ fn, name: 'steps' }, `all have shape (${rows}, ${cols})`, steps[wrong]));
  const nameOf = (s: number): string => `step ${s + 1}`;
  const { height = Math.min(520, Math.max(180, 96 + rows * 24)) } = settings;
  return figureOf({
    title,
    topic: 'Mask',
    frames: masks.map((mask, s) => ({
      name: `${nameOf(s)}: ${droppedIn(mask)} dropped`,
      data: maskTraces(mask),
    })),
    layout: baseLayout(
      { height, legend: true },
      {
        xaxis: axis(columnLabel, { range: [0.5, cols + 0.5], showgrid: false, ...ticks(cols, 16, 5) }),
        yaxis: axis(rowLabel, { range: [rows + 0.5, 0.5], showgrid: false, ...ticks(rows, 16, 5) }),
      },
    ),
    alt: maskSeen(masks, rowLabel, columnLabel),
    words:
      `${count(rows, rowLabel)} by ${count(cols, columnLabel)}; dropped ` +
      list(masks.slice(0, 12).map((mask, s) => inWords(mask, masks.length > 1 ? ` at ${nameOf(s)}` : ''))) +
      (masks.length > 12 ? ' and so on' : ''),
    columns: ['step', rowLabel, `mask over ${columnLabel}s (1 = kept, 0 = dropped)`],
    rows: masks.flatMap((mask, s) => mask.toArray().map((row, i) => [s + 1, i + 1, row.join(' ')])),
  });
}

function droppedIn({ data }: Matrix): number {
  return data.filter(kept => kept === 0).length;
}

function inWords(mask: Matrix, at: string): string {
  const dropped = droppedIn(mask);
  return `${dropped} (${formatNumber((100 * dropped) / mask.data.length)} %)${at}`;
}

function maskSeen([mask, ...others]: readonly Matrix[], rowLabel: string, columnLabel: string): string {
  const rows = mask.toArray().map(row => row.join());
  const same = rows.every(row => row === rows[0]);
  return seen(`Grid, ${count(mask.rows, brief(rowLabel))} by ${count(mask.cols, brief(columnLabel))}`, [
    `${droppedIn(mask)} of ${mask.data.length} crossed out as dropped`,
    ...(rows.length > 1 ? [same ? 'the same in every row' : 'not the same in every row'] : []),
    ...(others.length ? [`${others.length + 1} steps`] : []),
  ]);
}

function checkMask(fn: string, name: string, step: MatrixLike): Matrix {
  const argument = { fn, name, meaning: '1 = kept, 0 = dropped' };
  const mask = matrixOf(argument, step);
  checkZerosAndOnes(argument, mask.data);
  return mask;
}

const MOST_CROSSES = 800;

/** Kept: a filled field. Dropped: an empty one, crossed out while there is room. Told apart without color. */
function maskTraces(mask: Matrix): Trace[] {
  const color = armStyles.with.color;
  const rows = mask.toArray();
  const crossed = mask.data.length <= MOST_CROSSES;
  const inLegend = (name: string, marker: object): Trace => ({
    type: 'scatter',
    mode: 'markers',
    name,
    x: [null],
    y: [null],
    marker: { symbol: 'square', size: 12, ...marker },
    hoverinfo: 'skip',
  });
  return [
    gridTrace(rows, {
      zmin: 0,
      zmax: 1,
      colorscale: [
        [0, translucent(color, 0)],
        [1, translucent(color, 0.85)],
      ],
      showscale: false,
      ...(crossed && { xgap: 1, ygap: 1 }),
      hoverinfo: 'x+y+z',
    }),
    inLegend('kept', { color }),
    crossed
      ? zeroCrosses(rows, 8, muted, { name: 'dropped' })
      : inLegend('dropped', { color: 'rgba(0,0,0,0)', line: { color: muted, width: 1 } }),
  ];
}
