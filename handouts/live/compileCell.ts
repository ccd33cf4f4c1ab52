import { Parser } from 'acorn';
import { tsPlugin } from '@sveltejs/acorn-typescript';
import { CellSyntaxError } from './CellSyntaxError.ts';
import { eraseTypes, isNode, type Tree } from './eraseTypes.ts';
import { Patch, type Place } from './Patch.ts';

/** A cell as the worker runs it. */
export interface CompiledCell {
  /** The body of an async function with the parameters `$import` and `$publish`; it returns the value of a last expression. */
  body: string;
  /** The names that later cells see. */
  declares: string[];
  /** Where a place of `body` is in the cell. */
  placeInSource: (place: Place) => Place;
}

const TypeScript = Parser.extend(tsPlugin() as never);
const FUNCTIONS = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassBody',
]);

/**
 * Makes JavaScript of a cell: types go, imports are hoisted, names declared at the top become variables that all cells
 * share, and the value of a last expression is returned. Every line stays where it is.
 *
 * @throws CellSyntaxError where the cell is not TypeScript, or has what a page cannot run.
 */
export function compileCell(source: string): CompiledCell {
  const program = parse(source);
  const patch = new Patch(source);
  const statements: Tree[] = program.body;
  const last = statements.at(-1);
  const result = last?.type === 'ExpressionStatement' ? last : undefined;
  const declares = new Set<string>();
  const functions: string[] = [];
  const imports: string[] = [];

  for (const statement of statements) {
    if (statement.declare) continue;
    if (statement.type === 'ImportDeclaration') {
      imports.push(importOf(statement, declares));
      patch.blank(statement.start, statement.end);
      patch.put(statement.start, ';');
    } else if (statement.type === 'FunctionDeclaration') {
      functions.push(statement.id.name);
    } else if (statement.type === 'ClassDeclaration') {
      patch.insert(statement.end, `;$publish({${statement.id.name}});`);
    } else if (
      statement.type === 'VariableDeclaration' &&
      statement.kind !== 'using' &&
      statement.kind !== 'await using'
    ) {
      assign(statement, patch, declares);
      patch.put(statement.start, ';');
    }
  }
  shareNestedVars(program, patch, declares);
  eraseTypes(
    { ...program, body: statements.filter(({ type }) => type !== 'ImportDeclaration') } as Tree,
    patch,
    result,
  );
  if (functions.length) patch.insert(0, `$publish({${functions.join()}});`);
  if (result) {
    patch.insert(result.expression.start, 'return (');
    patch.insert(result.expression.end, ');');
  }
  const head = imports.join('');
  return {
    body: head + patch.text(),
    declares: [...declares],
    placeInSource: place =>
      patch.placeInSource(
        place.line === 1 ? { line: 1, column: Math.max(1, place.column - head.length) } : place,
      ),
  };
}

function parse(source: string): Tree {
  try {
    return TypeScript.parse(source, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      allowAwaitOutsideFunction: true,
      preserveParens: true,
      locations: true,
    }) as Tree;
  } catch (error) {
    const { loc, message } = error as SyntaxError & { loc?: Place };
    if (!loc) throw error;
    throw new CellSyntaxError(message.replace(/ \(\d+:\d+\)$/, ''), {
      line: loc.line,
      column: loc.column + 1,
    });
  }
}

/** The code that fetches a module and shares what is imported from it. */
function importOf({ importKind, specifiers, source }: Tree, declares: Set<string>): string {
  const values = (specifiers as Tree[]).filter(specifier => specifier.importKind !== 'type');
  if (importKind === 'type' || (specifiers.length && !values.length)) return '';
  const names = values.map(({ type, local, imported }) => {
    declares.add(local.name);
    const name = imported?.name ?? imported?.value ?? (type === 'ImportDefaultSpecifier' ? 'default' : '*');
    return `${JSON.stringify(local.name)}:${JSON.stringify(name)}`;
  });
  return `await $import(${JSON.stringify(source.value)},{${names.join()}});`;
}

/** Makes assignments of a declaration: `const a: number = 1, { b } = c` becomes `a = 1, ({ b } = c)`. */
function assign(
  { start, kind, declarations }: Tree,
  patch: Patch,
  declares: Set<string>,
  inHead = false,
): void {
  patch.blank(start, start + kind.length);
  for (const { id, init, end } of declarations as Tree[]) {
    for (const name of namesIn(id)) declares.add(name);
    if (!init && !inHead) patch.insert(end, ' = undefined');
    if (init && id.type === 'ObjectPattern') {
      patch.insert(id.start, '(');
      patch.insert(end, ')');
    }
  }
  if (!inHead && !declarations.at(-1).init) patch.insert(declarations.at(-1).end, ';');
}

/** `var` in a block or loop is a variable of the cell, so it is shared too. */
function shareNestedVars(node: Tree, patch: Patch, declares: Set<string>): void {
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (!isNode(child) || FUNCTIONS.has(child.type)) continue;
      const nested = child.type === 'VariableDeclaration' && child.kind === 'var' && node.type !== 'Program';
      if (nested) assign(child, patch, declares, node.type.startsWith('For'));
      shareNestedVars(child, patch, declares);
    }
  }
}

/** The names that a pattern declares. */
function namesIn(pattern: Tree | null): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property: Tree) => namesIn(property.value ?? property.argument));
    case 'ArrayPattern':
      return pattern.elements.flatMap(namesIn);
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'RestElement':
      return namesIn(pattern.argument);
    default:
      return [];
  }
}
