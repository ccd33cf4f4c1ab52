import { formatNumber } from '../formatNumber';
import { checkMask as checkZerosAndOnes, violation } from '../check';
import { type Matrix, type MatrixLike } from '../numpy/matrix';
import { type Options, readOptions } from '../options';
import { checkList, matrixOf } from './arguments';
import {
  config,
  type Figure,
  figureOptions,
  type FigureOptions,
  figureTable,
  type Frame,
  type Trace,
} from './figure';
import { brief, seen } from './alternative';
import { count, list } from './text';
import { armStyles, axis, baseLayout, muted, translucent } from './theme';

const table = {
  /** What a row is; default `sample`. */
  rowLabel: { type: 'string', default: 'sample' },
  /** What a column is; default `unit`. */
  columnLabel: { type: 'string', default: 'unit' },
  /** Number of the first training step; default 1. */
  firstStep: { type: 'integer', min: 0, default: 1 },
} as const;

export type MaskOptions = FigureOptions & Options<typeof table>;

/**
 * Masks: which unit (column) is kept for which sample (row). Several masks, one per training step, become an
 * animation with a slider.
 *
 * @param steps one mask per step, each of shape (samples, units), 1 = kept, 0 = dropped
 * @throws RangeError or TypeError when shapes differ or an element is neither 0 nor 1
 * @example
 * show(plotMask([[[1, 0, 1, 1], [0, 0, 1, 1]]], { title: 'Every sample has its own mask' }));
 */
export function plotMask(steps: readonly MatrixLike[], options: MaskOptions = {}): Figure {
  const fn = 'plotMask';
  const settings = readOptions(fn, { ...figureOptions, ...table }, options);
  checkList({ fn, name: 'steps', meaning: 'one mask per step' }, steps);
  const { title, rowLabel, columnLabel, firstStep } = settings;
  const masks = steps.map((step, s) => checkMask(fn, `steps[${s}]`, step));
  const { rows, cols } = masks[0];
  const wrong = masks.find(mask => mask.rows !== rows || mask.cols !== cols);
  if (wrong)
    throw new RangeError(violation({ fn, name: 'steps' }, `all have shape (${rows}, ${cols})`, wrong));
  const dropped = masks.map(mask => mask.data.filter(kept => kept === 0).length);
  const nameOf = (s: number): string => `step ${firstStep + s}`;
  const frames = masks.map((mask, s): Frame => ({
    name: `${nameOf(s)}: ${dropped[s]} dropped`,
    data: maskTraces(mask),
  }));
  const { height = Math.min(520, Math.max(180, 96 + rows * 24)) } = settings;
  return {
    data: frames[0].data,
    layout: baseLayout(
      { height, legend: true },
      {
        xaxis: axis(columnLabel, { range: [0.5, cols + 0.5], showgrid: false, ...ticks(cols) }),
        yaxis: axis(rowLabel, { range: [rows + 0.5, 0.5], showgrid: false, ...ticks(rows) }),
      },
    ),
    ...(frames.length > 1 && { frames }),
    config,
    title,
    alt: maskSeen(masks, rowLabel, columnLabel),
    words: `${title ?? 'Mask'}: ${count(rows, rowLabel)} by ${count(cols, columnLabel)}; dropped ${list(
      dropped
        .slice(0, 12)
        .map(
          (n, s) =>
            `${n} (${formatNumber((100 * n) / (rows * cols))} %)${masks.length > 1 ? ` at ${nameOf(s)}` : ''}`,
        ),
    )}${dropped.length > 12 ? ' and so on' : ''}.`,
    tables: [
      figureTable(
        ['step', rowLabel, `mask over ${columnLabel}s (1 = kept, 0 = dropped)`],
        masks.flatMap((mask, s) => mask.toArray().map((row, i) => [firstStep + s, i + 1, row.join(' ')])),
      ),
    ],
  };
}

function maskSeen([mask, ...others]: readonly Matrix[], rowLabel: string, columnLabel: string): string {
  const rows = mask.toArray().map(row => row.join());
  const same = rows.every(row => row === rows[0]);
  const dropped = mask.data.filter(kept => kept === 0).length;
  return seen(`Grid, ${count(mask.rows, brief(rowLabel))} by ${count(mask.cols, brief(columnLabel))}`, [
    `${dropped} of ${mask.data.length} crossed out as dropped`,
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

/** A tick at every row or column while they have room. */
function ticks(n: number): object {
  return n <= 32 ? { tickmode: 'linear', tick0: 1, dtick: n <= 16 ? 1 : 5 } : {};
}

const MOST_CROSSES = 800;

/** Kept: a filled field. Dropped: an empty one, crossed out while there is room. Told apart without color. */
function maskTraces(mask: Matrix): Trace[] {
  const color = armStyles.with.color;
  const cells = Array.from(mask.data, (_, k) => ({
    x: (k % mask.cols) + 1,
    y: Math.floor(k / mask.cols) + 1,
  }));
  const dropped = cells.filter((_, k) => mask.data[k] === 0);
  const crossed = cells.length <= MOST_CROSSES;
  const square = { symbol: 'square', size: 12 };
  return [
    {
      type: 'heatmap',
      x: mask.row(0).map((_, j) => j + 1),
      y: mask.column(0).map((_, i) => i + 1),
      z: mask.toArray(),
      zmin: 0,
      zmax: 1,
      colorscale: [
        [0, translucent(color, 0)],
        [1, translucent(color, 0.85)],
      ],
      showscale: false,
      ...(crossed && { xgap: 1, ygap: 1 }),
      hoverinfo: 'x+y+z',
    },
    {
      type: 'scatter',
      mode: 'markers',
      name: 'kept',
      x: [null],
      y: [null],
      marker: { ...square, color },
    },
    {
      type: 'scatter',
      mode: 'markers',
      name: 'dropped',
      x: crossed ? dropped.map(cell => cell.x) : [null],
      y: crossed ? dropped.map(cell => cell.y) : [null],
      marker: crossed
        ? { symbol: 'x-thin', size: 8, line: { color: muted, width: 1.6 } }
        : { ...square, color: 'rgba(0,0,0,0)', line: { color: muted, width: 1 } },
      hoverinfo: 'skip',
    },
  ];
}
