// @ts-check
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './jupyter.mjs';
import { digest } from './steps.mjs';

const require = createRequire(import.meta.url);

/**
 * The path of what a page needs to draw figures: plotly's cartesian traces and `figures/`, minified. Made on the first
 * call, kept in `.cache/` under plotly's version and a hash of our own sources; written aside and renamed, so that
 * a half-written file is never taken for a whole one.
 *
 * @returns {Promise<string>}
 * @example
 * const script = readFileSync(await minifiedPlotly(), 'utf8'); // sets window.Plotly, draws the figures of the page
 */
export async function minifiedPlotly() {
  const { version } = require('plotly.js-cartesian-dist-min/package.json');
  const hash = digest(['binder/figures', 'binder/plotly.mjs', 'lib/src/palette.ts']).slice(0, 8);
  const path = `${root}.cache/plotly-${version}-${hash}.min.js`;
  if (existsSync(path)) return path;
  const library = readFileSync(require.resolve('plotly.js-cartesian-dist-min'), 'utf8');
  const code = [library, await minifiedFigures()].join(';\n');
  mkdirSync(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, code);
  renameSync(aside, path);
  return path;
}

async function minifiedFigures() {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({ input: join(root, 'binder/figures/main.js') });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  return output[0].code;
}
