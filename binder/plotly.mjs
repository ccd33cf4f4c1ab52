// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { root } from './jupyter.mjs';

const require = createRequire(import.meta.url);

/**
 * The path of what a page needs to draw figures: plotly and `figures.js`, minified together. Made on the first
 * call, kept in `.cache/` under plotly's version and a hash of our own sources; written aside and renamed, so that
 * a half-written file is never taken for a whole one.
 *
 * @returns {Promise<string>}
 * @example
 * const script = readFileSync(await minifiedPlotly(), 'utf8'); // sets window.Plotly, draws the figures of the page
 */
export async function minifiedPlotly() {
  const { version } = require('plotly.js-dist/package.json');
  const figures = readFileSync(new URL('figures.js', import.meta.url), 'utf8');
  const hash = createHash('sha256')
    .update(figures)
    .update(readFileSync(new URL(import.meta.url)))
    .digest('hex')
    .slice(0, 8);
  const path = `${root}.cache/plotly-${version}-${hash}.min.js`;
  if (existsSync(path)) return path;
  const library = readFileSync(require.resolve('plotly.js-dist'), 'utf8');
  const licence = library.slice(0, library.indexOf('*/') + 2);
  const code = `${licence}\n${await minified('plotly.js', library)}\n;${await minified('figures.js', figures)}`;
  mkdirSync(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, code);
  renameSync(aside, path);
  return path;
}

/** @param {string} name @param {string} source */
async function minified(name, source) {
  const { minify } = await import('rolldown/utils');
  const { code, errors } = await minify(name, source, { module: false });
  if (errors.length) throw new Error(`${name} could not be minified: ${errors[0].message}`);
  return code;
}
