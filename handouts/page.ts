import { readFileSync } from 'node:fs';
import { minifiedPlotly } from '../binder/plotly.mjs';
import type { RawPage } from './convert.ts';
import { typeset, type Heading } from './typeset.ts';

/**
 * The finished page: formulas typeset, table of contents, plotly if there is a figure, and a policy under which no
 * request can leave it.
 */
export async function finish({ html, mark, title }: RawPage, hasFigure: boolean): Promise<string> {
  const part = new RegExp(`<!--${mark} prose (.*?)-->(.*?)<!--${mark} end-->`, 'gs');
  const prose = [...html.matchAll(part)].map(([, cell, inner]) => ({ cell: cell!, html: inner! }));
  const set = typeset(prose);
  const plotly = hasFigure ? `<script>${readFileSync(await minifiedPlotly(), 'utf8')}</script>` : '';
  let next = 0;
  // Replacements are given as functions: in a string, `$` would have a meaning.
  return html
    .replace(part, () => set.prose[next++]!.replace(/(href="[^":]+)\.ipynb(?=["#])/g, '$1.html'))
    .replace(`<!--${mark} contents-->`, () => contents(set.headings, title))
    .replace(`<!--${mark} glyphs-->`, () => set.glyphs)
    .replace(`<!--${mark} policy-->`, () => policy(/<script/i.test(html)))
    .replace(`<!--${mark} head-->`, () => set.style && `<style>${set.style}</style>`)
    .replace(`<!--${mark} plotly-->`, () => plotly);
}

/** Everything is in the page, so nothing may be fetched; inline scripts may run where the page has some. */
function policy(scripts: boolean): string {
  const rules = {
    'default-src': "'none'",
    'connect-src': "'none'",
    'script-src': scripts ? "'unsafe-inline'" : "'none'",
    'style-src': "'unsafe-inline'",
    'img-src': 'data: blob:',
    'font-src': 'data:',
    'base-uri': "'none'",
    'form-action': "'none'",
  };
  const content = Object.entries(rules).map(rule => rule.join(' '));
  return `<meta http-equiv="Content-Security-Policy" content="${content.join('; ')}">`;
}

function contents(headings: readonly Heading[], title: string): string {
  if (headings.length < 2) return '';
  const items = headings.map(
    ({ id, level, html }) =>
      `<li class="level-${level}"><a href="#${encodeURIComponent(id)}">${html}</a></li>`,
  );
  return `<nav class="contents" aria-label="${title}"><h2>${title}</h2><ol>${items.join('')}</ol></nav>`;
}
