import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

/** What surrounds a name within an object; an object that is not closed yet reads as a pattern. */
const NAMING = /^(\{|,|PropertyDefinition|PropertyName|Property|PatternProperty)$/;
const OBJECT = /^Object(Expression|Pattern)$/;

/**
 * What is called with the object in which an option's name stands, or can stand, at `pos`: `dropout` or
 * `engine.dropout` in `dropout({ ra`.
 */
export function calleeOfOptions(state: EditorState, pos: number): string | undefined {
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(pos, -1);
  while (node && NAMING.test(node.name)) node = node.parent;
  if (!node || !OBJECT.test(node.name)) return undefined;
  const list = node.parent?.name === 'AssignmentExpression' ? node.parent.parent : node.parent;
  const callee = list?.name === 'ArgList' ? list.prevSibling : undefined;
  return callee ? state.sliceDoc(callee.from, callee.to).replace(/\s/g, '') : undefined;
}
