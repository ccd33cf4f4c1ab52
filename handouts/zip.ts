import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { jupyter } from '../binder/jupyter.mjs';

/** Packs the pages and PDF files in `folder`, both editions, into one archive there, and returns its path. */
export function zipPages(folder: string): string {
  const archive = join(folder, `${basename(folder)}.zip`);
  const files = readdirSync(folder).filter(name => /\.(html|pdf)$/.test(name));
  const other = 'without-solutions';
  if (existsSync(join(folder, other))) files.push(other);
  execFileSync(jupyter().python, ['-m', 'zipfile', '-c', archive, ...files], { cwd: folder });
  return archive;
}
