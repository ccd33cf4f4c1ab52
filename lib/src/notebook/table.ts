import { array2string, type PrintOptions } from '../numpy/array2string';
import { floatFormat } from '../numpy/floatFormat';
import { Matrix, matrix, type MatrixLike } from '../numpy/matrix';
import { markColors } from '../palette';
import { display } from './display';
import { escapeHtml } from './html';

/** What a marked number is: each kind has its sign, so that color is never the only difference. */
export type Mark = 'unchanged' | 'dropped' | 'scaled' | 'zero';

/** Which numbers to mark, and as what. */
export type Marker = (value: number, i: number, j: number) => Mark | undefined;

/** Options of `table`. */
export interface TableOptions extends Pick<PrintOptions, 'precision' | 'suppressSmall'> {
  readonly mark?: Marker;
  readonly caption?: string;
  /** Names of the columns; 0, 1, 2, … */
  readonly columns?: readonly string[];
  /** Names of the rows; 0, 1, 2, … */
  readonly rows?: readonly string[];
}

const MARKS: Readonly<Record<Mark, { sign: string; frame: string }>> = {
  unchanged: { sign: '=', frame: 'solid' },
  dropped: { sign: '×', frame: 'dashed' },
  scaled: { sign: '↑', frame: 'dotted' },
  zero: { sign: '∅', frame: 'double' },
};

/** In the element itself: JupyterLab takes style sheets out of notebooks that it does not trust. */
function styleOf(mark: Mark): string {
  const color = markColors[mark];
  return `background:${color}33;outline:2px ${MARKS[mark].frame} ${color}`;
}

/**
 * Shows a matrix as a table with NumPy's digits, as many decimals in every number, marked numbers framed and signed, and a legend of the marks used.
 *
 * @throws what `matrix` throws for values that are not a matrix.
 * @example
 * table(after, { caption: 'w1', mark: unchangedFrom(before) });
 */
export function table(values: MatrixLike, options: TableOptions = {}): void {
  const m = shownMatrix('table', 'values', values);
  const marks = m.toArray().map((row, i) => row.map((value, j) => options.mark?.(value, i, j)));
  display({ 'text/html': toHtml(m, marks, options), 'text/plain': toText(m, marks, options) });
}

/** Marks the numbers that are the same as in `before`, bit for bit: +0 and −0 differ. */
export function unchangedFrom(before: MatrixLike): Marker {
  const old = shownMatrix('unchangedFrom', 'before', before);
  return (value, i, j) => (Object.is(value, old.at(i, j)) ? 'unchanged' : undefined);
}

/** Marks the zeros, +0 and −0, as `mark`. */
export function whereZero(mark: Mark): Marker {
  return value => (value === 0 ? mark : undefined);
}

/** The values as a matrix; a `Matrix` is shown unchecked, so that NaNs are visible. */
function shownMatrix(fn: string, name: string, values: MatrixLike): Matrix {
  return values instanceof Matrix ? values : matrix(values, { fn, name });
}

type Marks = readonly (readonly (Mark | undefined)[])[];

function used(marks: Marks): Mark[] {
  return (Object.keys(MARKS) as Mark[]).filter(mark => marks.some(row => row.includes(mark)));
}

function toText(m: Matrix, marks: Marks, options: TableOptions): string {
  const { caption, precision, suppressSmall } = options;
  const places = (mark: Mark): string =>
    marks.flatMap((row, i) => row.flatMap((cell, j) => (cell === mark ? `(${i}, ${j})` : []))).join(' ');
  const legend = used(marks).map(mark => `${MARKS[mark].sign} ${mark}: ${places(mark)}`);
  return [caption, array2string(m, { precision, suppressSmall }), ...legend]
    .filter(line => line !== undefined)
    .join('\n');
}

function toHtml(m: Matrix, marks: Marks, options: TableOptions): string {
  const { caption, precision = 8, suppressSmall = false, columns, rows } = options;
  const single = m.data instanceof Float32Array;
  const format = floatFormat(Array.from(m.data), { precision, suppressSmall, single });
  const cell = (value: number, i: number, j: number): string => {
    const mark = marks[i][j];
    const marker = mark ? `<span role="img" aria-label="${mark}">${MARKS[mark].sign}</span>` : '';
    return `<td style="font-family:monospace;white-space:pre;${mark ? styleOf(mark) : ''}">${fixed(format(value))} ${marker}</td>`;
  };
  const body = m
    .toArray()
    .map((row, i) => `<tr>${head(rows, i, 'row')}${row.map((value, j) => cell(value, i, j)).join('')}</tr>`);
  const heads = Array.from({ length: m.cols }, (_, j) => head(columns, j, 'col')).join('');
  const legend = used(marks).map(
    mark => `<span style="${styleOf(mark)};padding:0 .4em">${MARKS[mark].sign}</span> ${mark}`,
  );
  return [
    '<table>',
    caption && `<caption style="text-align:left">${escapeHtml(caption)}</caption>`,
    `<thead><tr><td></td>${heads}</tr></thead>`,
    `<tbody>${body.join('')}</tbody>`,
    '</table>',
    legend.length && `<p>${legend.join(' &emsp; ')}</p>`,
  ]
    .filter(Boolean)
    .join('');
}

/** NumPy's digits with zeros where it leaves blanks, and without a bare point: `1.  ` is 1.00, `0.` is 0. */
function fixed(text: string): string {
  return text.replace(/\.(\d*)( *)$/, (_, digits: string, blanks: string) =>
    digits || blanks ? `.${digits}${'0'.repeat(blanks.length)}` : '',
  );
}

function head(names: readonly string[] | undefined, k: number, scope: 'row' | 'col'): string {
  const style = scope === 'col' ? ' style="text-align:right"' : '';
  return `<th scope="${scope}"${style}>${escapeHtml(names?.[k] ?? String(k))}</th>`;
}
