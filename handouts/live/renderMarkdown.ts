/// <reference lib="dom" />
import { Marked, type TokenizerAndRendererExtension } from 'marked';
import { sanitize } from './sanitize.ts';

/** A formula between dollars: its TeX is left alone, and its place is marked. */
const formula = (name: string, level: 'inline' | 'block', rule: RegExp): TokenizerAndRendererExtension => ({
  name,
  level,
  start: source => source.match(level === 'block' ? /^\$\$/m : /\$/)?.index,
  tokenizer(source) {
    const [raw, tex] = rule.exec(source) ?? [];
    return raw === undefined ? undefined : { type: name, raw, tex };
  },
  renderer: ({ tex }) => `<span data-tex="${attribute(String(tex).trim())}"></span>`,
});

const marked = new Marked({
  extensions: [
    formula('displayed', 'block', /^\$\$([^$]+)\$\$/),
    formula('displayedInline', 'inline', /^\$\$([^$]+)\$\$/),
    formula('inline', 'inline', /^\$((?:\\[^]|[^\\$\n])+?)\$(?!\d)/),
  ],
});

/** A cell's markdown. Formulas are those that the page has typeset already; of others the TeX is shown. */
export function renderMarkdown(source: string): HTMLElement {
  const prose = document.createElement('div');
  prose.className = 'prose';
  prose.append(sanitize(marked.parse(source, { async: false })));
  for (const place of prose.querySelectorAll<HTMLElement>('[data-tex]')) {
    const tex = place.dataset.tex!;
    const typeset = document.querySelector(`mjx-container[data-tex="${CSS.escape(tex)}"]`);
    const shown =
      typeset?.cloneNode(true) ?? Object.assign(document.createElement('code'), { textContent: tex });
    place.replaceWith(shown);
  }
  return prose;
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
