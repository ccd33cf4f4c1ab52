import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { jupyter } from '../binder/jupyter.mjs';

/** Packs the pages and PDF files in `folder`, both editions, and the reference into one archive there; returns its path. */
export function zipPages(folder: string): string {
  const archive = join(folder, `${basename(folder)}.zip`);
  const files = readdirSync(folder).filter(name => /\.(html|pdf)$/.test(name));
  const folders = ['without-solutions', 'api'].filter(name => existsSync(join(folder, name)));
  execFileSync(jupyter().python, ['-m', 'zipfile', '-c', archive, ...files, ...folders], { cwd: folder });
  return archive;
}
