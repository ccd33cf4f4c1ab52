import type { Measured, NamedValue } from './arguments';
import type { Trace } from './figure';
import { labeled, literal } from './text';

/** A line by the rules of the house; `attributes` are plotly's. */
export function lineTrace(
  name: string,
  x: readonly (number | null)[],
  y: readonly (number | null)[],
  line: object,
  attributes: object = {},
): Trace {
  return { type: 'scatter', mode: 'lines', name: literal(name), x, y, line, ...attributes };
}

/** A line between two points that marks a value, with the value in its name. */
export function markTrace(
  mark: NamedValue,
  x: readonly number[],
  y: readonly number[],
  line: object,
  hoverinfo: string = 'skip',
): Trace {
  return lineTrace(labeled(mark), x, y, line, { hoverinfo });
}

/** The area between two lines over the same x. */
export function bandTrace(
  x: readonly number[],
  low: readonly number[],
  high: readonly number[],
  fillcolor: string,
  attributes: object = {},
): Trace {
  return {
    type: 'scatter',
    mode: 'lines',
    x: [...x, ...x.toReversed()],
    y: [...high, ...low.toReversed()],
    fill: 'toself',
    fillcolor,
    line: { width: 0 },
    hoverinfo: 'skip',
    ...attributes,
  };
}

/** Brackets around values, as plotly's `error_x` and `error_y` take them; none where an end is not known. */
export function brackets(points: readonly Measured[], style: object): object {
  return {
    type: 'data',
    symmetric: false,
    array: points.map(({ value, high = value }) => high - value),
    arrayminus: points.map(({ value, low = value }) => value - low),
    ...style,
  };
}

/** A field for every number, rows and columns counted from 1; `attributes` are plotly's. */
export function gridTrace(rows: readonly (readonly number[])[], attributes: object): Trace {
  const [x, y] = [rows[0].map((_, j) => j + 1), rows.map((_, i) => i + 1)];
  return { type: 'heatmap', x, y, z: rows, ...attributes };
}

/** A thin cross in the fields of a grid whose number is 0. */
export function zeroCrosses(
  rows: readonly (readonly number[])[],
  size: number,
  color: string,
  attributes: object = {},
): Trace {
  const cells = rows.flatMap((row, i) => row.flatMap((value, j) => (value === 0 ? [[j + 1, i + 1]] : [])));
  return {
    type: 'scatter',
    mode: 'markers',
    x: cells.map(([x]) => x),
    y: cells.map(([, y]) => y),
    marker: { symbol: 'x-thin', size, line: { color, width: 1.6 } },
    hoverinfo: 'skip',
    ...attributes,
  };
}
