import { SourceMap, type SourceMapPayload } from 'node:module';

/** Where in the text of which cell; line and column from 1. */
export interface Position {
  count: number;
  source: string;
  line: number;
  column: number;
}

interface Compiled {
  count: number;
  source: string;
  maps: SourceMapPayload[];
  lines: number;
}

const name = /^cell:(\d+)$/;

/** The cells run so far, each under a name by which the stack frames of its compiled code find their way back. */
export class CompiledCells {
  readonly #cells: Compiled[] = [];

  /**
   * @param maps From the JavaScript that runs back to the cell, step by step.
   * @returns `javascript` under its name: one line further down than before.
   */
  add(javascript: string, count: number, source: string, maps: SourceMapPayload[]): string {
    this.#cells.push({ count, source, maps, lines: javascript.split('\n').length });
    return `\n${javascript}\n//# sourceURL=cell:${this.#cells.length - 1}`;
  }

  /** Whether `url` names a cell. */
  owns(url: string): boolean {
    return name.test(url);
  }

  /** Where the compiled code of `url` at `line` and `column`, from 1, was written; undefined for what only tslab wrote. */
  locate(url: string, line: number, column: number): Position | undefined {
    const cell = this.#cells[Number(name.exec(url)?.[1])];
    if (!cell || line - 1 > cell.lines) return undefined;
    let place = { line: line - 2, column: column - 1 };
    for (const map of cell.maps) {
      const entry = new SourceMap(map).findEntry(place.line, place.column);
      if (!('originalLine' in entry)) return undefined;
      place = { line: entry.originalLine, column: entry.originalColumn };
    }
    const { count, source } = cell;
    return place.line < 1 ? undefined : { count, source, line: place.line, column: place.column + 1 };
  }
}
