import type { Diagnostic } from 'tslab/dist/converter';

/** A cell that the TypeScript compiler refused, with everything it had to say. */
export class TypeScriptError extends Error {
  override readonly name = 'TypeScriptError';

  /**
   * @param diagnostics What the compiler found: at least one, lines and columns from 0.
   * @param source The cell's text.
   */
  constructor(
    readonly diagnostics: readonly Diagnostic[],
    readonly source: string,
  ) {
    super(diagnostics.map(summary).join('\n'));
  }
}

function summary({ fileName, start, code, messageText }: Diagnostic): string {
  const place = fileName === undefined ? '' : `${fileName}, `;
  return `${place}line ${start.line + 1}, column ${start.character + 1}: ${messageText} (TS${code})`;
}
