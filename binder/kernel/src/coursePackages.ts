import { Module } from 'node:module';
import { delimiter, join, parse } from 'node:path';
import type * as TypeScript from '@tslab/typescript-for-tslab';

/** Where the packages of this clone are installed: a notebook finds them from every folder. */
export const coursePackages = join(__dirname, '../../../node_modules');

/** Has `require` look for what it does not find from a notebook's folder among the packages of the course. */
export function requireCoursePackages(): void {
  const before = process.env['NODE_PATH'];
  process.env['NODE_PATH'] = [before, coursePackages].filter(Boolean).join(delimiter);
  const initPaths = '_initPaths' as keyof typeof Module; // reads NODE_PATH once more
  (Module[initPaths] as () => void)();
  if (before === undefined) delete process.env['NODE_PATH'];
  else process.env['NODE_PATH'] = before;
}

/**
 * Has the compiler do the same: it sees them in the `node_modules` of the file system's root, where it looks last of all
 * for a package.
 */
export function showCoursePackages(system: TypeScript.System): void {
  const last = `${parse(system.getCurrentDirectory()).root.replaceAll('\\', '/')}node_modules`;
  const forwarded = (path: string): string =>
    path === last || path.startsWith(`${last}/`) ? coursePackages + path.slice(last.length) : path;
  for (const name of ['fileExists', 'directoryExists', 'readFile', 'realpath', 'getDirectories'] as const) {
    const inner = system[name] as (path: string, ...rest: unknown[]) => never;
    system[name] = (path: string, ...rest: unknown[]) => inner(forwarded(path), ...rest);
  }
}
