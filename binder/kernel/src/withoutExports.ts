import type * as TypeScript from '@tslab/typescript-for-tslab';

/**
 * A cell with the word `export` blanked before its declarations: tslab exports every variable of a cell itself, and the
 * compiler refuses a second time.
 */
export function withoutExports(typescript: typeof TypeScript, source: string): string {
  if (!/\bexport\b/.test(source)) return source;
  const file = typescript.createSourceFile('cell.ts', source, typescript.ScriptTarget.Latest);
  let blanked = source;
  for (const statement of file.statements) {
    const modifiers = typescript.canHaveModifiers(statement) ? (statement.modifiers ?? []) : [];
    const [first, second] = modifiers;
    if (first?.kind !== typescript.SyntaxKind.ExportKeyword) continue;
    if (second?.kind === typescript.SyntaxKind.DefaultKeyword) continue;
    const start = first.getStart(file);
    blanked = blanked.slice(0, start) + ' '.repeat(first.end - start) + blanked.slice(first.end);
  }
  return blanked;
}
