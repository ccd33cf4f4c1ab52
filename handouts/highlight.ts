import { typescriptLanguage } from '@codemirror/lang-javascript';
import { highlightCode, tagHighlighter, tags, type Highlighter } from '@lezer/highlight';

/** The classes of the parts of a program: one style for pages and for their editor. */
export const highlighter: Highlighter = tagHighlighter([
  { tag: tags.keyword, class: 'k' },
  { tag: [tags.typeName, tags.className, tags.definition(tags.function(tags.variableName))], class: 'nf' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], class: 's1' },
  { tag: [tags.number, tags.bool, tags.null], class: 'mi' },
  { tag: tags.comment, class: 'c1' },
]);

/** Hands the parts of a TypeScript program to `put`, each with its classes, as its own grammar sees them. */
export function highlightParts(source: string, put: (text: string, classes: string) => void): void {
  const tree = typescriptLanguage.parser.parse(source);
  highlightCode(source, tree, highlighter, put, () => put('\n', ''));
}

/** A program as colored HTML. */
export function highlightedHtml(source: string): string {
  let html = '';
  highlightParts(source, (text, classes) => {
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    html += classes ? `<span class="${classes}">${escaped}</span>` : escaped;
  });
  return html;
}
