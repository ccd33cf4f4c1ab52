import { inspect } from 'node-inspect-extracted';
import { CellSyntaxError } from './CellSyntaxError.ts';
import type { Place } from './Patch.ts';
import type { CellOutput } from './protocol.ts';

/** A cell that has run: its code is known to the browser by `url`. */
export interface LoadedCell {
  url: string;
  label: string;
  placeInSource: (place: Place) => Place;
}

type Failure = Extract<CellOutput, { output_type: 'error' }>;

/** What a reader is shown of something that was thrown: the places are those of the cells as they are written. */
export function describeError(thrown: unknown, source: string, cells: readonly LoadedCell[]): Failure {
  if (thrown instanceof CellSyntaxError) {
    const { line, column } = thrown.place;
    const text = source.split('\n')[line - 1] ?? '';
    const mark = `  ${line} | ${text}\n  ${' '.repeat(String(line).length)} | ${' '.repeat(column - 1)}^`;
    const title = `SyntaxError in line ${line}, column ${column}: ${thrown.message}`;
    return failure('SyntaxError', thrown.message, [title, mark]);
  }
  if (!(thrown instanceof Error)) {
    const text = inspect(thrown);
    return failure('Thrown', text, [`Thrown: ${text}`]);
  }
  return failure(thrown.name, thrown.message, traceback(thrown, cells));
}

function failure(ename: string, evalue: string, lines: string[]): Failure {
  return { output_type: 'error', ename, evalue, traceback: lines };
}

function traceback(error: Error, cells: readonly LoadedCell[]): string[] {
  const { cause } = error;
  const because =
    cause === undefined ? [] : cause instanceof Error ? traceback(cause, cells) : [inspect(cause)];
  return [
    `${error.name}: ${error.message}`,
    ...places(error.stack ?? '', cells),
    ...because.map((line, k) => `${k ? '  ' : '  [cause]: '}${line}`),
  ];
}

/** The frames of a stack that are in cells, in one notation: `    at deep (cell 5, line 2, column 24)`. */
function places(stack: string, cells: readonly LoadedCell[]): string[] {
  return stack.split('\n').flatMap(frame => {
    const cell = cells.findLast(({ url }) => frame.includes(url));
    if (!cell) return [];
    const [before = '', after = ''] = frame.split(cell.url);
    const [, line, column] = /^:(\d+):(\d+)/.exec(after) ?? [];
    const place = cell.placeInSource({ line: Number(line), column: Number(column) });
    const name = /^\s*at (?:async )?([\w.$<> ]+) \($/.exec(before)?.[1] ?? /^([\w.$]+)@$/.exec(before)?.[1];
    const where = `${cell.label}, line ${place.line}, column ${place.column}`;
    return [`    at ${name && !name.includes('$cell') ? `${name} (${where})` : where}`];
  });
}
