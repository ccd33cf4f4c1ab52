import { script } from '../bundle.ts';
import { hashOf, type ScriptParts } from '../page.ts';
import type { Settings } from '../settings.ts';
import type { Section } from './sections.ts';

/** The search over all pages: field, texts and script. Without JavaScript it stays hidden. */
export async function searchParts(found: readonly Section[], { words }: Settings): Promise<ScriptParts> {
  const code = await script('search/main');
  const data = JSON.stringify(found).replaceAll('<', '\\u003c');
  const [label, status] = [words.search, words.found].map(escaped);
  const html = [
    `<div id="search" role="search" hidden><label>${label} <input type="search"></label>`,
    `<output data-text="${status}"></output><ol></ol></div>`,
    `<script type="application/json" id="sections">${data}</script>`,
    `<script>${code}</script>`,
  ].join('\n');
  return { html, policy: { 'script-src': `'${hashOf(code)}'` } };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
