import { formatNumber } from '../formatNumber';
import type { Options } from '../options';

/** A trace of plotly: its type and plotly's own attributes. */
export interface Trace {
  readonly type: string;
  readonly [attribute: string]: unknown;
}

/** One step of an animation: the traces as they are then. `name` is shown beside the slider. */
export interface Frame {
  readonly name: string;
  readonly data: readonly Trace[];
}

/** The data of a figure for reading. `note` says what was left out; a figure of several parts names them by `caption`. */
export interface FigureTable {
  readonly caption?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly note?: string;
}

/**
 * A figure of plotly as a plain object (`data`, `layout`, `frames`, `config`), with its title and with what a reader needs who does not
 * see it: `alt`, what is seen in it, `words`, its message in words and numbers, and `tables`, its data. `show` in `dropout-lab/notebook` displays it.
 */
export interface Figure {
  readonly data: readonly Trace[];
  readonly layout: Readonly<Record<string, unknown>>;
  readonly frames?: readonly Frame[];
  readonly config: Readonly<Record<string, unknown>>;
  /** What the figure shows, in one short sentence; it stands above the figure as text of the page. */
  readonly title?: string;
  /** What is seen, in at most 150 characters: read in place of the figure. */
  readonly alt: string;
  /** What it shows, with the numbers: read beside the figure. */
  readonly words: string;
  readonly tables: readonly FigureTable[];
}

/** The options that every figure has. */
export const figureOptions = {
  /** What the figure shows, in one short sentence. */
  title: { type: 'string', optional: true },
  /** In pixels; the width follows the page. */
  height: { type: 'number', above: 0, meaning: 'pixels', optional: true },
} as const;

/** What every figure can be given. */
export type FigureOptions = Options<typeof figureOptions>;

/** Plotly's settings for every figure: nothing that only a mouse can reach, nothing that leaves the page. */
export const config: Readonly<Record<string, unknown>> = {
  displayModeBar: false,
  doubleClick: false,
  responsive: false,
  showTips: false,
  typesetMath: false,
};

/** What a builder makes of its data: each part is a step of its own. */
interface Parts {
  readonly title: string | undefined;
  /** What stands for the title in the words of a figure without one. */
  readonly topic: string;
  readonly traces?: readonly Trace[];
  /** In place of traces: an animation, or a still figure where there is one frame only. */
  readonly frames?: readonly Frame[];
  readonly layout: Figure['layout'];
  readonly alt: string;
  /** What the figure shows, with the numbers, without title and full stop. */
  readonly words: string;
  readonly columns: readonly string[];
  /** The numbers are written as everywhere; what is missing is blank, and a column without any value is left out. */
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}

/** The figure of these parts. */
export function figureOf({ title, topic, traces, frames = [], layout, alt, words, ...data }: Parts): Figure {
  return {
    data: traces ?? frames[0].data,
    layout,
    ...(frames.length > 1 && { frames }),
    config,
    title,
    alt,
    words: `${title ?? topic}: ${words}.`,
    tables: [figureTable(data.columns, data.rows)],
  };
}

const MOST_ROWS = 1000;

/** A table of the columns that hold a value, cut to the first 1000 rows, with a note that says so. */
function figureTable(names: Parts['columns'], all: Parts['rows']): FigureTable {
  const holds = names.map((_, j) => all.some(row => row[j] !== undefined));
  const cell = (value: string | number = ''): string =>
    typeof value === 'number' ? formatNumber(value) : value;
  const columns = names.filter((_, j) => holds[j]);
  const rows = all.slice(0, MOST_ROWS).map(row => row.filter((_, j) => holds[j]).map(cell));
  if (all.length <= MOST_ROWS) return { columns, rows };
  return { columns, rows, note: `The first ${MOST_ROWS} of ${all.length} rows.` };
}
