import { max } from 'simple-statistics';
import { formatNumber } from '../formatNumber';
import { count } from '../count';
import { type Matrix, type MatrixLike } from '../numpy/matrix';
import { type Options, readOptions } from '../options';
import { checkNamed, matrixOf } from './arguments';
import { type Figure, figureOf, figureOptions, type FigureOptions, type Trace } from './figure';
import { inPanel, panelLayout } from './panels';
import { brief, seen } from './alternative';
import { list } from './text';
import { axis, colorAxis, ink, ticks } from './theme';
import { gridTrace, zeroCrosses } from './traces';

/** The gradient (or the change) of one layer's kernel and bias. */
export interface LayerGradient {
  readonly name: string;
  /** Shape (inputs, units). */
  readonly kernel: MatrixLike;
  /** Shape (1, units); drawn as a row of its own. */
  readonly bias?: MatrixLike;
}

const table = {
  /** What the colors are; default `gradient`. */
  valueLabel: { type: 'string', default: 'gradient' },
} as const;

export type GradientFlowOptions = FigureOptions & Options<typeof table>;

/**
 * Which weights receive a gradient and which receive none: one field per weight, rows from the input units, columns
 * to the units; an exact zero is crossed out. Layers share one color scale, which goes with the square root.
 *
 * @example
 * show(plotGradientFlow([{ name: 'w1', kernel: [[0.2, 0, -0.1], [0.4, 0, 0.3]], bias: [[0.1, 0, 0.2]] }],
 *   { title: 'The dropped unit learns nothing' }));
 */
export function plotGradientFlow(
  layers: readonly LayerGradient[],
  options: GradientFlowOptions = {},
): Figure {
  const fn = 'plotGradientFlow';
  const settings = readOptions(fn, { ...figureOptions, ...table }, options);
  checkNamed({ fn, name: 'layers' }, layers);
  const { title, valueLabel } = settings;
  const fields = layers.map((layer, l) => checkLayer(fn, `layers[${l}]`, layer));
  const largest = max(fields.flatMap(({ rows }) => rows.flat().map(Math.abs))) || 1;
  const tallest = max(fields.map(({ rows }) => rows.length));
  const { height = Math.min(620, Math.max(240, 130 + 34 * tallest)) } = settings;
  return figureOf({
    title,
    topic: 'Gradient flow',
    traces: fields.flatMap((field, k) => fieldTraces(field, k, largest)),
    layout: layoutOf(fields, height, colorsUpTo(largest, valueLabel)),
    alt: seen('Grid of weights', fields.map(fieldSeen)),
    words:
      list(fields.map(field => inWords(field, valueLabel))) +
      `; the largest has size ${formatNumber(largest)}`,
    columns: ['layer', 'from', `${valueLabel} by unit`],
    rows: fields.flatMap(({ name, rows, rowNames }) =>
      rows.map((row, i) => [name, rowNames[i], row.map(x => formatNumber(x)).join('  ')]),
    ),
  });
}

function layoutOf(fields: readonly Field[], height: number, coloraxis: object): Figure['layout'] {
  return panelLayout(
    fields.map(field => field.name),
    {
      height,
      gap: 0.1,
      shares: fields.map(({ rows }) => Math.max(2, Math.min(16, rows[0].length))),
      x: k => axis('to unit', { showgrid: false, ...ticks(fields[k].rows[0].length, 12, 4) }),
      y: k => axis(k ? '' : 'from unit', { showgrid: false, autorange: 'reversed', ...namedRows(fields[k]) }),
    },
    { coloraxis },
  );
}

/** Ticks with the names of the rows, while they have room. */
function namedRows({ rows, rowNames }: Field): object {
  if (rows.length > 24) return {};
  return {
    tickvals: rows.map((_, i) => i + 1),
    ticktext: rowNames.map(name => name.replace('input ', '')),
  };
}

/** Colors go with the square root, so that a layer with small gradients is not blank beside one with large ones. */
function colorsUpTo(largest: number, valueLabel: string): object {
  const roots = [-1, -0.5, 0, 0.5, 1];
  const ticktext = roots.map(root => formatNumber(Number((largest * root * Math.abs(root)).toPrecision(2))));
  return colorAxis(valueLabel, -1, 1, { tickvals: roots, ticktext });
}

function zerosOf({ rows }: Field): number {
  return rows.flat().filter(value => value === 0).length;
}

/** Whole columns are seen at once, single crosses by their number. */
function fieldSeen(field: Field): string {
  const { rows, silent } = field;
  const [zeros, all] = [zerosOf(field), rows.flat().length];
  const name = brief(field.name);
  if (zeros === 0) return `${name} no cross`;
  if (zeros === all) return `${name} all crossed out`;
  if (zeros !== silent.length * rows.length) return `${name} ${zeros} of ${all} crossed out`;
  return `${name} ${count(silent.length, 'column')} of ${rows[0].length} crossed out`;
}

function inWords(field: Field, valueLabel: string): string {
  const { name, rows, silent } = field;
  const units = silent.length > 8 ? `${silent.length} units` : `unit ${list(silent)}`;
  return (
    `in ${name} ${zerosOf(field)} of ${count(rows.flat().length, 'weight')} have a ${valueLabel} of exactly 0` +
    (silent.length ? ` (all of ${units})` : '')
  );
}

interface Field {
  readonly name: string;
  readonly rows: readonly (readonly number[])[];
  readonly rowNames: readonly string[];
  /** The units, counted from 1, all of whose weights have exactly 0. */
  readonly silent: readonly string[];
}

function checkLayer(fn: string, at: string, { name, kernel, bias }: LayerGradient): Field {
  const weights: Matrix = matrixOf({ fn, name: `${at}.kernel` }, kernel);
  const rows = weights.toArray();
  const rowNames = rows.map((_, i) => `input ${i + 1}`);
  if (bias) {
    rows.push(matrixOf({ fn, name: `${at}.bias` }, bias, weights.cols).row(0));
    rowNames.push('bias');
  }
  const silent = rows[0].flatMap((_, j) => (rows.every(row => row[j] === 0) ? [String(j + 1)] : []));
  return { name, rows, rowNames, silent };
}

function fieldTraces({ rows }: Field, k: number, largest: number): Trace[] {
  return [
    gridTrace(rows, {
      ...inPanel(k),
      z: rows.map(row => row.map(value => Math.sign(value) * Math.sqrt(Math.abs(value) / largest))),
      text: rows.map(row => row.map(x => formatNumber(x))),
      coloraxis: 'coloraxis',
      xgap: 2,
      ygap: 2,
      hoverinfo: 'text',
    }),
    zeroCrosses(rows, 9, ink, inPanel(k)),
  ];
}
