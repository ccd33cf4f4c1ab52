import ts from '@tslab/typescript-for-tslab';
import { type Notebook, text } from '../../handouts/notebook.ts';

/**
 * Where a cell writes `{ rate }` for a variable of an earlier cell: the course's kernel understands that, stock tslab
 * ends in a ReferenceError.
 */
export function shorthandErrors(notebook: Notebook): string[] {
  const earlier = new Set<string>();
  return notebook.cells.flatMap(cell => {
    if (cell.cell_type !== 'code') return [];
    const file = ts.createSourceFile(`${cell.id}.ts`, text(cell.source), ts.ScriptTarget.ES2022, true);
    const own = new Set<string>();
    const shorthands: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isShorthandPropertyAssignment(node)) shorthands.push(node.name.text);
      if (isDeclared(node)) own.add(node.text);
      ts.forEachChild(node, visit);
    };
    visit(file);
    const wrong = shorthands.filter(name => earlier.has(name) && !own.has(name));
    for (const name of own) earlier.add(name);
    return wrong.map(name => `cell ${cell.id}: write { ${name}: ${name} }`);
  });
}

/** Whether a node is the name of something that a declaration introduces: a variable, parameter, function, import. */
function isDeclared(node: ts.Node): node is ts.Identifier {
  return (
    ts.isIdentifier(node) &&
    (node.parent as ts.NamedDeclaration).name === node &&
    !ts.isShorthandPropertyAssignment(node.parent)
  );
}
