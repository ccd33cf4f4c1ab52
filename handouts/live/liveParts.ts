import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { minifiedPlotly } from '../../binder/plotly.mjs';
import { text } from '../notebook.ts';
import { kept, script } from '../bundle.ts';
import { hashOf, type ScriptParts } from '../page.ts';
import { codeCells, type Content } from './content.ts';
import { exportedNames, type ExportedNames } from './exportedNames.ts';

/**
 * The scripts and the notebook of a page, compressed inside it. One script may run, by its hash; what it unpacks runs as
 * Blob, a cell as data in a worker, the engine as WebAssembly. Nothing is evaluated.
 */
export async function liveParts(content: Content): Promise<ScriptParts> {
  const sources = codeCells(content).map(cell => text(cell.source));
  const usesTfjs = sources.some(source => /from '(?:@tensorflow|dropout-lab)\/tfjs'/.test(source));
  const parts: Record<string, string> = {
    notebook: JSON.stringify(content),
    page: await script('live/page'),
    worker: await script(usesTfjs ? 'live/workerWithTfjs' : 'live/worker'),
    names: await names(usesTfjs),
    plotly: readFileSync(await minifiedPlotly(), 'utf8'),
  };
  const packed = Object.entries(parts).map(
    ([name, part]) => `<script type="text/plain" id="live-${name}">${pack(part)}</script>`,
  );
  const boot = await script('live/boot');
  const policy = { 'script-src': `'${hashOf(boot)}' blob: data: 'wasm-unsafe-eval'`, 'worker-src': 'blob:' };
  return { html: [...packed, `<script>${boot}</script>`].join('\n'), policy };
}

/** What the editor knows of the modules that the page has. */
async function names(usesTfjs: boolean): Promise<string> {
  const all = await kept('live-names.json', () => JSON.stringify(exportedNames()));
  const { modules, declared } = JSON.parse(all) as ExportedNames;
  const { 'dropout-lab/tfjs': _, ...others } = modules;
  return usesTfjs ? all : JSON.stringify({ modules: others, declared });
}

const packed = new Map<string, string>();

/** Compressed, as text; the same part stands in many pages. */
function pack(part: string): string {
  const known = packed.get(part) ?? gzipSync(part, { level: 9 }).toString('base64');
  packed.set(part, known);
  return known;
}
