/// <reference lib="dom" />
import type { Extension } from '@codemirror/state';
import { activateHover, hoverTooltip, keymap, type EditorView, type Tooltip } from '@codemirror/view';
import { calleeOfOptions } from './calleeOfOptions.ts';
import { describeName } from './describeName.ts';
import { knownNames, nameAt } from './knownNames.ts';
import { libraryNames } from './libraryNames.ts';

/**
 * Says what a name of the library, or an option of its functions, is, under the mouse or at the cursor (Ctrl-I).
 *
 * @param above gives the code that runs before
 */
export function hoverNames(above: () => readonly string[]): Extension {
  const describe = async ({ state }: EditorView, pos: number): Promise<Tooltip | null> => {
    const word = state.wordAt(pos);
    if (!word) return null;
    const library = await libraryNames();
    const text = state.doc.toString();
    const known = knownNames(library, [...above(), text]);
    const label = text.slice(word.from, word.to);
    const owner = /([\w$]+\.)$/.exec(text.slice(0, word.from))?.[1] ?? '';
    const callee = calleeOfOptions(state, word.to);
    const exported = callee
      ? nameAt(callee, library, known)?.exported?.options?.[label]
      : nameAt(owner + label, library, known)?.exported;
    return exported
      ? { pos: word.from, end: word.to, above: true, create: () => ({ dom: describeName(exported) }) }
      : null;
  };
  const run = (view: EditorView): boolean => {
    activateHover(view, view.state.selection.main.head, -1, {
      until: ({ docChanged, selection }) => docChanged || selection !== undefined,
    });
    return true;
  };
  return [hoverTooltip(describe), keymap.of([{ key: 'Mod-i', run }])];
}
