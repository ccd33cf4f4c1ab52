import { max } from 'simple-statistics';
import { formatNumber } from '../formatNumber';
import { type Matrix, type MatrixLike } from '../numpy/matrix';
import { type Options, readOptions } from '../options';
import { checkNamed, matrixOf } from './arguments';
import { config, type Figure, figureOptions, type FigureOptions, figureTable, type Trace } from './figure';
import { axisName, panels } from './panels';
import { brief, seen } from './alternative';
import { count, list, literal } from './text';
import { axis, baseLayout, divergingScale, ink } from './theme';

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
 * @throws RangeError or TypeError when a shape or a value is invalid
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
  const layout = panels(
    fields.map(field => field.name),
    { gap: 0.1, shares: fields.map(({ rows }) => Math.max(2, Math.min(16, rows[0].length))) },
  );
  const zeros = fields.map(({ rows }) => rows.flat().filter(value => value === 0).length);
  return {
    data: fields.flatMap((field, k) => fieldTraces(field, k, largest)),
    layout: baseLayout(
      { height, panelTitles: layout.titleHeight },
      {
        ...layout.axes(
          k => axis('to unit', { showgrid: false, ...ticks(fields[k].rows[0].length) }),
          k =>
            axis(k ? '' : 'from unit', {
              showgrid: false,
              autorange: 'reversed',
              ...(fields[k].rows.length <= 24
                ? {
                    tickvals: fields[k].rows.map((_, i) => i + 1),
                    ticktext: fields[k].rowNames.map(name => name.replace('input ', '')),
                  }
                : {}),
            }),
        ),
        annotations: layout.annotations,
        coloraxis: {
          cmin: -1,
          cmax: 1,
          colorscale: divergingScale,
          colorbar: {
            title: { text: literal(valueLabel), font: { size: 12 } },
            tickvals: [-1, -0.5, 0, 0.5, 1],
            ticktext: [-1, -0.5, 0, 0.5, 1].map(root =>
              formatNumber(Number((largest * root * Math.abs(root)).toPrecision(2))),
            ),
            thickness: 12,
            outlinewidth: 0,
          },
        },
      },
    ),
    config,
    title,
    alt: seen('Grid of weights', fields.map(fieldSeen)),
    words: `${title ?? 'Gradient flow'}: ${list(
      fields.map(
        ({ name, rows, silent }, k) =>
          `in ${name} ${zeros[k]} of ${count(rows.flat().length, 'weight')} have a ${valueLabel} of exactly 0` +
          (silent.length
            ? ` (all of ${silent.length > 8 ? `${silent.length} units` : `unit ${list(silent)}`})`
            : ''),
      ),
    )}; the largest has size ${formatNumber(largest)}.`,
    tables: [
      figureTable(
        ['layer', 'from', `${valueLabel} by unit`],
        fields.flatMap(({ name, rows, rowNames }) =>
          rows.map((row, i) => [name, rowNames[i], row.map(x => formatNumber(x)).join('  ')]),
        ),
      ),
    ],
  };
}

/** Whole columns are seen at once, single crosses by their number. */
function fieldSeen({ name, rows, silent }: Field): string {
  const zeros = rows.flat().filter(value => value === 0).length;
  if (zeros === 0) return `${brief(name)} no cross`;
  if (zeros === rows.flat().length) return `${brief(name)} all crossed out`;
  const whole = zeros === silent.length * rows.length;
  return whole
    ? `${brief(name)} ${count(silent.length, 'column')} of ${rows[0].length} crossed out`
    : `${brief(name)} ${zeros} of ${rows.flat().length} crossed out`;
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

function ticks(n: number): object {
  return n <= 24 ? { tickmode: 'linear', tick0: 1, dtick: n <= 12 ? 1 : 4 } : {};
}

/** Colors go with the square root, so that a layer with small gradients is not blank beside one with large ones. */
function fieldTraces({ rows }: Field, k: number, largest: number): Trace[] {
  const place = { xaxis: axisName('x', k), yaxis: axisName('y', k) };
  const zeros = rows.flatMap((row, i) =>
    row.flatMap((value, j) => (value === 0 ? [{ x: j + 1, y: i + 1 }] : [])),
  );
  return [
    {
      type: 'heatmap',
      ...place,
      x: rows[0].map((_, j) => j + 1),
      y: rows.map((_, i) => i + 1),
      z: rows.map(row => row.map(value => Math.sign(value) * Math.sqrt(Math.abs(value) / largest))),
      text: rows.map(row => row.map(x => formatNumber(x))),
      coloraxis: 'coloraxis',
      xgap: 2,
      ygap: 2,
      hoverinfo: 'text',
    },
    {
      type: 'scatter',
      mode: 'markers',
      ...place,
      x: zeros.map(cell => cell.x),
      y: zeros.map(cell => cell.y),
      marker: { symbol: 'x-thin', size: 9, line: { color: ink, width: 1.6 } },
      hoverinfo: 'skip',
    },
  ];
}
