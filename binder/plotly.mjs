// @ts-check
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { root } from './jupyter.mjs';

const require = createRequire(import.meta.url);

/**
 * The path of plotly.js, minified: made on the first call, kept in `.cache/` under plotly's version.
 * Written aside and renamed, so that a half-written file is never taken for a whole one.
 *
 * @returns {Promise<string>}
 * @example
 * const library = readFileSync(await minifiedPlotly(), 'utf8'); // sets window.Plotly
 */
export async function minifiedPlotly() {
  const { version } = require('plotly.js-dist/package.json');
  const path = `${root}.cache/plotly-${version}.min.js`;
  if (existsSync(path)) return path;
  const { minify } = await import('rolldown/utils');
  const source = readFileSync(require.resolve('plotly.js-dist'), 'utf8');
  const { code, errors } = await minify('plotly.js', source, { module: false });
  if (errors.length) throw new Error(`plotly.js ${version} could not be minified: ${errors[0].message}`);
  mkdirSync(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, code);
  renameSync(aside, path);
  return path;
}
