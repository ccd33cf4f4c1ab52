import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Removes all but the `count` newest `name.….json` of a folder, each with its lock. */
export function keepNewest(folder: string, name: string, count: number): void {
  const results = readdirSync(folder)
    .filter(file => file.startsWith(`${name}.`) && file.endsWith('.json'))
    .map(file => join(folder, file))
    .map(path => ({ path, written: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
  results.sort((a, b) => b.written - a.written);
  for (const { path } of results.slice(count)) {
    rmSync(path, { force: true });
    rmSync(`${path}.lock`, { force: true });
  }
}
