/**
 * The line of a cell in which something happened, with a mark below it.
 *
 * @param line From 1.
 * @param column From 1.
 * @param length Characters to mark.
 * @example excerpt('let x = 1\nx.y', 2, 3) // '  2 | x.y\n    |   ^'
 */
export function excerpt(source: string, line: number, column: number, length = 1): string {
  const text = source.split('\n')[line - 1] ?? '';
  const mark = '^'.repeat(Math.max(1, Math.min(length, text.length - column + 1)));
  return `  ${line} | ${text}\n  ${' '.repeat(String(line).length)} | ${' '.repeat(column - 1)}${mark}`;
}
