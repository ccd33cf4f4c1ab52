import { violation } from '../check';
import { type Options, readOptions } from '../options';
import { floatFormat } from './floatFormat';

/** What can be printed: a matrix, nested rows, or a flat array (float32 for a Float32Array, else float64). */
export type Printable =
  | { readonly rows: number; readonly cols: number; readonly data: Float32Array | Float64Array }
  | readonly (readonly number[])[]
  | ArrayLike<number>;

const table = {
  /** Digits after the point at most; 8. */
  precision: { type: 'integer', min: 0, max: 99, default: 8 },
  /** Never powers of ten because of small numbers: they are rounded away; false. */
  suppressSmall: { type: 'boolean', default: false },
  /** Arrays of more elements show only their edges; 1000. */
  threshold: { type: 'integer', min: 0, default: 1000 },
  /** Rows and columns shown at each edge then; 3. */
  edgeItems: { type: 'integer', min: 1, default: 3 },
  /** Columns of text; 75. */
  lineWidth: { type: 'integer', min: 1, default: 75 },
} as const;

/** NumPy's print options under NumPy's defaults. */
export type PrintOptions = Options<typeof table>;

/**
 * Writes numbers as NumPy's `array2string` (and `print`) writes a float32 or float64 array.
 *
 * The fewest digits that identify every number, at most `precision` after the point, columns aligned, a negative
 * zero as `-0.`, powers of ten for numbers of 1e8 (float32: 1e6) and more, below 1e-4, or more than 1000 times apart.
 *
 * @throws RangeError or TypeError when an option is unknown or out of range; TypeError when `values` cannot be printed.
 * @example
 * array2string([[0.5, -1], [20, 0]]);
 * // [[ 0.5 -1. ]
 * //  [20.   0. ]]
 */
export function array2string(values: Printable, options: PrintOptions = {}): string {
  const settings = readOptions('array2string', table, options);
  const { precision, suppressSmall, threshold, edgeItems, lineWidth } = settings;
  const { rows, single, flat } = asRows(values);
  const size = rows.reduce((sum, row) => sum + row.length, 0);
  if (!size) return '[]';

  const shorten = <T>(items: readonly T[]): (T | undefined)[] =>
    size > threshold && items.length > 2 * edgeItems
      ? [...items.slice(0, edgeItems), undefined, ...items.slice(-edgeItems)]
      : [...items];
  const shown = shorten(rows).map(row => row && shorten(row));
  const numbers = shown.flatMap(row => row ?? []).filter(x => x !== undefined);
  const format = floatFormat(numbers, { precision, suppressSmall, single });

  const indent = flat ? ' ' : '  ';
  const width = lineWidth - indent.length;
  const lines = shown.map(row =>
    row
      ? `[${wrap(
          row.map(x => (x === undefined ? '...' : format(x))),
          width,
          indent,
        )}]`
      : '...',
  );
  return flat ? lines[0] : `[${lines.join('\n ')}]`;
}

/** Words separated by a space, broken where a line would be longer than `width` with its indent. */
function wrap(words: readonly string[], width: number, indent: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of words) {
    if (line.length + word.length > width && line.length > indent.length) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += `${word} `;
  }
  return [...lines, line.slice(0, -1)].join('\n').slice(indent.length);
}

function asRows(values: Printable): { rows: number[][]; single: boolean; flat: boolean } {
  if (typeof values !== 'object' || values === null) throw notPrintable(values);
  if ('rows' in values) {
    const { rows, cols, data } = values;
    const row = (_: unknown, i: number): number[] => Array.from(data.subarray(i * cols, (i + 1) * cols));
    return { rows: Array.from({ length: rows }, row), single: data instanceof Float32Array, flat: false };
  }
  if (!('length' in values)) throw notPrintable(values);
  const items: readonly unknown[] = Array.from<unknown>(values);
  const flat = !Array.isArray(items[0]);
  const rows = (flat ? [items] : items) as number[][];
  if (!rows.every(row => Array.isArray(row) && row.every(x => typeof x === 'number')))
    throw notPrintable(values);
  return { rows, single: values instanceof Float32Array, flat };
}

function notPrintable(values: unknown): TypeError {
  return new TypeError(
    violation({ fn: 'array2string', name: 'values' }, 'be a matrix or an array of numbers', values),
  );
}
