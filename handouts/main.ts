import { availableParallelism } from 'node:os';
import { basename, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { workspace } from '../binder/jupyter.mjs';
import { buildHandout, buildIndex } from './build.ts';
import type { Shelf } from './shelf.ts';
import { courseNotebooks } from './course.ts';
import { printPages } from './pdf.ts';
import { Progress } from './progress.ts';
import { readSettings } from './settings.ts';
import { zipPages } from './zip.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Run every notebook again, also those that have not changed since they last ran. */
    fresh: { type: 'boolean', default: false },
    /** The folder to write to. */
    out: { type: 'string', default: `${workspace}handouts/build` },
    /** A file of settings: see handouts/settings.json. */
    settings: { type: 'string' },
    /** Write a PDF beside every page. */
    pdf: { type: 'boolean', default: false },
    /** Write one archive of all pages. */
    zip: { type: 'boolean', default: false },
    /** Leave out the edition with solutions. */
    'no-solutions': { type: 'boolean', default: false },
    /** Leave out what the cells show: a page to work with. */
    'no-outputs': { type: 'boolean', default: false },
  },
});
const course = courseNotebooks();
const selected = positionals.length > 0 ? positionals.map(path => resolve(path)) : course;
const notebooks = [...new Set([...course, ...selected])];
const shelf: Shelf = {
  folder: resolve(values.out),
  notebooks,
  selected,
  settings: readSettings(values.settings),
  solutions: !values['no-solutions'],
  outputs: !values['no-outputs'],
};

const abort = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());

const progress = new Progress(process.stdout);
const queue = [...selected];
let failures = 0;

async function work(): Promise<void> {
  for (let path = queue.shift(); path !== undefined && !abort.signal.aborted; path = queue.shift()) {
    const name = basename(path, '.ipynb');
    const begin = performance.now();
    try {
      const built = await buildHandout(path, shelf, {
        fresh: values.fresh,
        signal: abort.signal,
        onStep: step => progress.step(name, step),
      });
      const seconds = ((performance.now() - begin) / 1000).toFixed(1);
      const kB = Math.ceil(built.bytes / 1000);
      progress.done(name, `✓ ${relative(process.cwd(), built.path)}  ${kB} kB  ${seconds} s`);
    } catch (error) {
      if (abort.signal.aborted) return;
      failures++;
      progress.done(name, `✗ ${(error as Error).message}\n`);
    }
  }
}

await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
if (abort.signal.aborted) {
  progress.clear();
  console.log('Stopped; the handouts that were there are as they were.');
  process.exit(130);
}
const show = (path: string) => relative(process.cwd(), path);
if (failures < selected.length) {
  console.log(`Open ${show(await buildIndex(shelf))}`);
  if (values.pdf) for (const path of await printPages(shelf.folder, selected)) console.log(`✓ ${show(path)}`);
  if (values.zip) console.log(`✓ ${show(zipPages(shelf.folder))}`);
}
if (failures > 0) {
  console.error(
    `${failures} of ${selected.length} notebooks failed; their earlier handouts are left in place.`,
  );
  process.exitCode = 1;
}
