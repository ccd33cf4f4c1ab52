import type { Outputs } from './outputs.ts';

/** What a bar of a figure says: its value and the ends of its interval. */
export interface ShownBar {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

interface BarsFigure {
  readonly data: readonly {
    readonly x: readonly number[];
    readonly error_x: { readonly array: readonly number[]; readonly arrayminus: readonly number[] };
  }[];
  readonly layout: { readonly yaxis: { readonly ticktext: readonly string[] } };
}

/** The bars of a cell's only `plotBars` figure with one series, by name. */
export function barsOf(notebook: Outputs, cell: string): Readonly<Record<string, ShownBar>> {
  const [figure] = notebook.figures(cell) as unknown as BarsFigure[];
  const [trace] = figure!.data;
  const { x, error_x } = trace!;
  return Object.fromEntries(
    figure!.layout.yaxis.ticktext.map((name, i) => [
      name,
      { value: x[i]!, low: x[i]! - error_x.arrayminus[i]!, high: x[i]! + error_x.array[i]! },
    ]),
  );
}
