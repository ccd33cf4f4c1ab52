/// <reference lib="dom" />
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionStatus,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { Prec } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { highlighter } from '../highlight.ts';
import { completeNames } from './completeNames.ts';
import { hoverNames } from './hoverNames.ts';

/** What a reader can do from within an editor. */
export interface EditorActions {
  change(source: string): void;
  /** Ctrl-Enter; Shift-Enter goes on to the next cell. */
  run(goesOn: boolean): void;
  /** Escape. */
  leave(): void;
  /** The code that runs before, whose names this code has. */
  above(): readonly string[];
}

/** An editor for the code of one cell. Tab leaves it, as it leaves every field of a page. */
export function openEditor(
  parent: Element,
  label: string,
  source: string,
  actions: EditorActions,
): EditorView {
  const command = (action: () => void) => () => {
    action();
    return true;
  };
  const leave = command(() => actions.leave());
  return new EditorView({
    parent,
    doc: source,
    extensions: [
      Prec.highest(
        keymap.of([
          { key: 'Mod-Enter', run: command(() => actions.run(false)) },
          { key: 'Ctrl-Enter', run: command(() => actions.run(false)) },
          { key: 'Shift-Enter', run: command(() => actions.run(true)) },
          // A list of completions is closed first.
          { key: 'Escape', run: ({ state }) => completionStatus(state) !== 'active' && leave() },
        ]),
      ),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      javascript({ typescript: true }),
      syntaxHighlighting(highlighter),
      autocompletion({ override: [completeNames(actions.above)] }),
      hoverNames(actions.above),
      keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label }),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) actions.change(state.doc.toString());
      }),
    ],
  });
}
