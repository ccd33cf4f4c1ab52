import { script } from '../bundle.ts';
import { hashOf, type ScriptParts } from '../page.ts';

/** The script that helps to read a page. */
export async function readingParts(): Promise<ScriptParts> {
  const code = await script('reading/main');
  return { html: `<script>${code}</script>`, policy: { 'script-src': `'${hashOf(code)}'` } };
}
