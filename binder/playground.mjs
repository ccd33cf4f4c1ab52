// @ts-check
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './jupyter.mjs';

const folder = `${root}handouts/live/playground`;

/** What JupyterLab loads when a notebook shows a playground, with the worker that trains inside it; `npm run build` makes it. */
export const playgroundScript = `${root}.cache/playground.min.js`;

/** @param {string} file @param {Record<string, string>} define */
async function bundled(file, define) {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: `${folder}/${file}`,
    platform: 'browser',
    transform: { define },
  });
  const { output } = await bundle.generate({ format: 'iife', codeSplitting: false, minify: true });
  await bundle.close();
  return output[0].code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const worker = await bundled('worker.ts', {});
  const script = await bundled('jupyter.ts', { PLAYGROUND_WORKER: JSON.stringify(worker) });
  mkdirSync(dirname(playgroundScript), { recursive: true });
  writeFileSync(`${playgroundScript}.${process.pid}`, script);
  renameSync(`${playgroundScript}.${process.pid}`, playgroundScript);
}
