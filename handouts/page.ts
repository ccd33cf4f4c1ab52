import { createHash } from 'node:crypto';
import { pageColors } from '../lib/src/palette.ts';
import type { RawPage } from './convert.ts';
import { highlightedHtml } from './highlight.ts';
import { typeset, type Heading } from './typeset.ts';

/** What makes a page do something. */
export interface ScriptParts {
  /** The elements for the end of the page. */
  html: string;
  /** What they need of the policy, beyond that nothing may be fetched. */
  policy: Readonly<Record<string, string>>;
}

/** A script as a policy names it that lets it run. */
export function hashOf(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}

/**
 * The finished page: formulas typeset, table of contents, its scripts, and a policy under which no request can leave it.
 */
export function finish({ html, mark, title, code }: RawPage, scripts: readonly ScriptParts[]): string {
  const part = new RegExp(`<!--${mark} prose (.*?)-->(.*?)<!--${mark} end-->`, 'gs');
  const prose = [...html.matchAll(part)].map(([, cell, inner]) => ({ cell: cell!, html: inner! }));
  const set = typeset(prose);
  let next = 0;
  // Replacements are given as functions: in a string, `$` would have a meaning.
  return html
    .replace(part, () => set.prose[next++]!.replace(/(href="[^":]+)\.ipynb(?=["#])/g, '$1.html'))
    .replace(new RegExp(`<!--${mark} code (.*?)-->`, 'g'), (_, id) => highlightedHtml(code.get(id) ?? ''))
    .replace(`<!--${mark} contents-->`, () => contents(set.headings, title))
    .replace(`<!--${mark} glyphs-->`, () => set.glyphs)
    .replace(`<!--${mark} policy-->`, () => policy(scripts))
    .replace(`<!--${mark} head-->`, () => `<style>${pageColors}${set.style}</style>`)
    .replace(`<!--${mark} live-->`, () => scripts.map(script => script.html).join('\n'));
}

/** Everything is in the page, so nothing may be fetched; what a script needs is added to what others need. */
function policy(scripts: readonly ScriptParts[]): string {
  const rules: Record<string, string> = {
    'default-src': "'none'",
    'connect-src': "'none'",
    'script-src': "'none'",
    'worker-src': "'none'",
    'style-src': "'unsafe-inline'",
    'img-src': 'data: blob:',
    'font-src': 'data:',
    'base-uri': "'none'",
    'form-action': "'none'",
  };
  for (const name of new Set(scripts.flatMap(script => Object.keys(script.policy)))) {
    rules[name] = scripts
      .map(script => script.policy[name])
      .filter(Boolean)
      .join(' ');
  }
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
