import type { Node } from 'acorn';
import { CellSyntaxError } from './CellSyntaxError.ts';
import type { Patch } from './Patch.ts';

/** A node of the syntax tree, with whatever its kind has. */
export type Tree = Node & Record<string, any>;

const TYPES = new Set(['TSTypeAnnotation', 'TSTypeParameterDeclaration', 'TSTypeParameterInstantiation']);
const DECLARATIONS = new Set(['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'TSDeclareFunction']);
const CLASS_TYPES = new Set([
  'TSIndexSignature',
  'TSDeclareMethod',
  'TSAbstractMethodDefinition',
  'TSAbstractPropertyDefinition',
]);
const SUFFIXED = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSInstantiationExpression',
]);
const ENDED = new Set([
  'ExpressionStatement',
  'VariableDeclaration',
  'ReturnStatement',
  'ThrowStatement',
  'PropertyDefinition',
]);
const MODIFIER = /\b(?:public|private|protected|readonly|abstract|override|declare)\b/g;

/** What has no meaning once types are gone: it would have to be compiled. */
const REFUSED: Readonly<Record<string, string>> = {
  TSEnumDeclaration: 'enum is not supported in a page: use an object `as const`',
  TSModuleDeclaration: 'namespace is not supported in a page: use an object',
  TSParameterProperty: 'a parameter that declares a field is not supported in a page: declare the field',
  TSImportEqualsDeclaration: 'import … = is not supported in a page: use import … from',
  TSExportAssignment: 'export is not supported in a cell of a page: other cells see every name',
  ExportNamedDeclaration: 'export is not supported in a cell of a page: other cells see every name',
  ExportDefaultDeclaration: 'export is not supported in a cell of a page: other cells see every name',
  ExportAllDeclaration: 'export is not supported in a cell of a page: other cells see every name',
  Decorator: 'decorators are not supported in a page',
};

/**
 * Blanks everything of a program that is TypeScript only; lines and columns stay. `import(…)` becomes `$import(…)`.
 *
 * @throws CellSyntaxError for syntax that has to be compiled, as `enum`.
 */
export function eraseTypes(node: Tree, patch: Patch, last?: Tree): void {
  const { source } = patch;
  const visit = (child: Tree, parent?: Tree): void => {
    const { type, start, end } = child;
    if (TYPES.has(type)) return patch.blank(start, end);
    if (DECLARATIONS.has(type) || (child.declare && type !== 'PropertyDefinition'))
      return blankStatement(child);
    if (CLASS_TYPES.has(type) || isOnlyType(child)) return blankStatement(child);
    if (REFUSED[type]) throw new CellSyntaxError(REFUSED[type], placeOf(child));
    if (SUFFIXED.has(type)) {
      visit(child.expression, child);
      return patch.blank(child.expression.end, end);
    }
    if (type === 'ImportExpression') patch.insert(start, '$');
    if (type === 'TSTypeAssertion') patch.blank(start, child.expression.start);
    if (child.abstract) patch.blank(start, source.indexOf('class', start));
    if (type === 'Identifier' && child.optional) blankMark(start + child.name.length, '?', child);
    if ((type === 'ObjectPattern' || type === 'ArrayPattern') && child.optional)
      blankMark(child.typeAnnotation?.start - 1, '?', child);
    if (type === 'VariableDeclarator' && child.definite)
      blankMark(child.id.start + child.id.name?.length, '!', child);
    if (type === 'PropertyDefinition' || type === 'MethodDefinition') eraseModifiers(child);
    if (Array.isArray(child.params)) eraseThis(child.params);
    if (child.implements?.length) eraseImplements(child);
    for (const [key, value] of Object.entries(child)) {
      if (key === 'implements') continue;
      for (const inner of Array.isArray(value) ? value : [value]) if (isNode(inner)) visit(inner, child);
    }
    if (type === 'ArrowFunctionExpression' && child.returnType) keepArrowOnItsLine(child);
    // What ended where its type did could go on in the next line.
    const canGoOn = child.declarations?.at(-1).init !== null && !parent?.type.startsWith('For');
    if (ENDED.has(type) && child !== last && canGoOn && patch.isBlank(end - 1)) patch.put(end - 1, ';');
  };

  const blankStatement = ({ start, end }: Tree): void => {
    patch.blank(start, end);
    patch.put(start, ';');
  };
  const blankMark = (from: number, mark: string, { end }: Tree): void => {
    const at = source.indexOf(mark, from);
    if (at >= 0 && at < end) patch.blank(at, at + 1);
  };
  const eraseModifiers = (member: Tree): void => {
    const head = source.slice(member.start, member.key.start);
    for (const { index, 0: word } of head.matchAll(MODIFIER)) {
      patch.blank(member.start + index, member.start + index + word.length);
      if (index === 0) patch.put(member.start, ';');
    }
    if (member.optional) blankMark(member.key.end, '?', member);
    if (member.definite) blankMark(member.key.end, '!', member);
  };
  const eraseThis = ([first, second]: readonly Tree[]): void => {
    if (first?.type === 'Identifier' && first.name === 'this')
      patch.blank(first.start, second?.start ?? first.end);
  };
  const eraseImplements = (child: Tree): void => {
    const before = child.superTypeParameters ?? child.superClass ?? child.typeParameters ?? child.id ?? child;
    patch.blank(
      source.indexOf('implements', before === child ? child.start : before.end),
      child.implements.at(-1).end,
    );
  };
  const keepArrowOnItsLine = ({ returnType: { start, end } }: Tree): void => {
    if (!source.slice(start, end).includes('\n')) return;
    patch.blank(source.lastIndexOf(')', start), start);
    patch.put(end - 1, ')');
  };
  visit(node);
}

/** Members of a class that leave nothing behind. */
function isOnlyType({ type, declare, abstract, value }: Tree): boolean {
  if (type === 'PropertyDefinition') return Boolean(declare || abstract);
  return type === 'MethodDefinition' && (value?.type === 'TSDeclareMethod' || !value?.body);
}

/** Where a node begins. */
export function placeOf({ loc }: Tree): { line: number; column: number } {
  return { line: loc!.start.line, column: loc!.start.column + 1 };
}

/** Whether a value in the tree is a part of it. */
export function isNode(value: unknown): value is Tree {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Tree).type === 'string' &&
    'start' in value
  );
}
