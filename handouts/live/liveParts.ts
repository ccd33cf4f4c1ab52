import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { minifiedPlotly } from '../../binder/plotly.mjs';
import { text } from '../notebook.ts';
import { script } from './bundle.ts';
import { codeCells, type Content } from './content.ts';

/** What makes a page run. */
export interface LiveParts {
  /** The elements for the end of the page. */
  html: string;
  /** Of the one script that the policy lets run, as the policy writes it. */
  hash: string;
}

/** The scripts and the notebook of a page, compressed inside it. */
export async function liveParts(content: Content): Promise<LiveParts> {
  const sources = codeCells(content).map(cell => text(cell.source));
  const usesTfjs = sources.some(source => /from '(?:@tensorflow|dropout-lab)\/tfjs'/.test(source));
  const parts: Record<string, string> = {
    notebook: JSON.stringify(content),
    page: await script('page'),
    worker: await script(usesTfjs ? 'workerWithTfjs' : 'worker'),
    plotly: readFileSync(await minifiedPlotly(), 'utf8'),
  };
  const packed = Object.entries(parts).map(
    ([name, part]) => `<script type="text/plain" id="live-${name}">${pack(part)}</script>`,
  );
  const boot = await script('boot');
  const hash = `sha256-${createHash('sha256').update(boot).digest('base64')}`;
  return { html: [...packed, `<script>${boot}</script>`].join('\n'), hash };
}

const packed = new Map<string, string>();

/** Compressed, as text; the same part stands in many pages. */
function pack(part: string): string {
  const known = packed.get(part) ?? gzipSync(part, { level: 9 }).toString('base64');
  packed.set(part, known);
  return known;
}
