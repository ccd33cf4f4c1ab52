import { liveParts, type LiveParts } from './live/liveParts.ts';
import type { Content } from './live/content.ts';
import type { RawPage } from './convert.ts';
import { typeset, type Heading } from './typeset.ts';

/**
 * The finished page: formulas typeset, table of contents, what makes its cells run, and a policy under which no request
 * can leave it.
 *
 * @param content what the page runs; without it, the page has no script
 */
export async function finish({ html, mark, title }: RawPage, content?: Content): Promise<string> {
  const part = new RegExp(`<!--${mark} prose (.*?)-->(.*?)<!--${mark} end-->`, 'gs');
  const prose = [...html.matchAll(part)].map(([, cell, inner]) => ({ cell: cell!, html: inner! }));
  const set = typeset(prose);
  const live = content && (await liveParts(content));
  let next = 0;
  // Replacements are given as functions: in a string, `$` would have a meaning.
  return html
    .replace(part, () => set.prose[next++]!.replace(/(href="[^":]+)\.ipynb(?=["#])/g, '$1.html'))
    .replace(`<!--${mark} contents-->`, () => contents(set.headings, title))
    .replace(`<!--${mark} glyphs-->`, () => set.glyphs)
    .replace(`<!--${mark} policy-->`, () => policy(live))
    .replace(`<!--${mark} head-->`, () => set.style && `<style>${set.style}</style>`)
    .replace(`<!--${mark} live-->`, () => live?.html ?? '');
}

/**
 * Everything is in the page, so nothing may be fetched. One script may run, by its hash; what it unpacks runs as Blob, a
 * cell as data in a worker, the engine as WebAssembly. Nothing is evaluated.
 */
function policy(live: LiveParts | undefined): string {
  const rules = {
    'default-src': "'none'",
    'connect-src': "'none'",
    'script-src': live ? `'${live.hash}' blob: data: 'wasm-unsafe-eval'` : "'none'",
    'worker-src': live ? 'blob:' : "'none'",
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
