/// <reference lib="dom" />
import { typescriptLanguage } from '@codemirror/lang-javascript';
import { highlightCode, tagHighlighter, tags, type Highlighter } from '@lezer/highlight';

/** Gives the parts of a program the classes that Pygments gave them when the page was made: one style for both. */
export const highlighter: Highlighter = tagHighlighter([
  { tag: tags.keyword, class: 'k' },
  { tag: [tags.typeName, tags.className, tags.definition(tags.function(tags.variableName))], class: 'nf' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], class: 's1' },
  { tag: [tags.number, tags.bool, tags.null], class: 'mi' },
  { tag: tags.comment, class: 'c1' },
]);

/** A program as coloured text. */
export function highlighted(source: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  highlightCode(
    source,
    typescriptLanguage.parser.parse(source),
    highlighter,
    (text, classes) => {
      if (!classes) return fragment.append(text);
      const span = document.createElement('span');
      span.className = classes;
      span.textContent = text;
      fragment.append(span);
    },
    () => fragment.append('\n'),
  );
  return fragment;
}
