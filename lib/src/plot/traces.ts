import type { Interval } from '../stats/confidence';
import type { Trace } from './figure';
import { literal } from './text';

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
export function brackets(
  values: readonly number[],
  ends: readonly Partial<Interval>[],
  style: object,
): object {
  return {
    type: 'data',
    symmetric: false,
    array: values.map((value, i) => (ends[i].high ?? value) - value),
    arrayminus: values.map((value, i) => value - (ends[i].low ?? value)),
    ...style,
  };
}

/** The cells of a grid, counted from 1, in which `isMeant` is true. */
export function cellsWhere<T>(
  rows: readonly (readonly T[])[],
  isMeant: (value: T) => boolean,
): { readonly x: number[]; readonly y: number[] } {
  const cells = rows.flatMap((row, i) => row.flatMap((value, j) => (isMeant(value) ? [[j + 1, i + 1]] : [])));
  return { x: cells.map(([x]) => x), y: cells.map(([, y]) => y) };
}

/** A thin cross, which strikes a cell out. */
export function cross(size: number, color: string): object {
  return { symbol: 'x-thin', size, line: { color, width: 1.6 } };
}
