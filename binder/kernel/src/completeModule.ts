import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { coursePackages } from './coursePackages';

/** What may stand for the part of `code` from `start` to `end`. */
export interface Candidates {
  start: number;
  end: number;
  candidates: string[];
}

const specifier = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(["'])([^"'\n]*)$/;

/**
 * Completes the name of a module that is being imported at `cursor`; undefined where none is.
 *
 * @param folder The notebook's.
 */
export function completeModule(code: string, cursor: number, folder: string): Candidates | undefined {
  const [, quote, typed] = specifier.exec(code.slice(0, cursor)) ?? [];
  if (quote === undefined || typed === undefined) return undefined;
  const [rest] = /^[^"'\n]*(?=(["'])?)/.exec(code.slice(cursor))!;
  const isClosed = code[cursor + rest.length] === quote;
  const names = /^\.{0,2}\//.test(typed)
    ? filesAt(typed, folder)
    : [...nodeModules(), ...packages(typed, folder)];
  const candidates = [...new Set(names)].filter(name => name.startsWith(typed)).sort();
  return { start: cursor - typed.length, end: cursor + (isClosed ? rest.length : 0), candidates };
}

function nodeModules(): string[] {
  return builtinModules
    .filter(name => !name.startsWith('_'))
    .flatMap(name => (name.startsWith('node:') ? [name] : [name, `node:${name}`]));
}

function filesAt(typed: string, folder: string): string[] {
  const path = typed.slice(0, typed.lastIndexOf('/') + 1);
  return entries(resolve(folder, path)).flatMap(({ name, isFolder }) => {
    if (isFolder) return name === 'node_modules' ? [] : [`${path}${name}/`];
    if (name.endsWith('.d.ts') || !/\.(?:tsx?|jsx?|json)$/.test(name)) return [];
    return [`${path}${name.replace(/\.(?:tsx?|jsx?)$/, '')}`];
  });
}

/** The packages installed for the notebook's folder and those of the course; of the one that is named, what it exports. */
function packages(typed: string, folder: string): string[] {
  const [named] = /^(?:@[^/]+\/)?[^@/][^/]*(?=\/)/.exec(typed) ?? [];
  return [...searched(folder), coursePackages].flatMap(place =>
    named === undefined ? installed(place) : exportsOf(place, named),
  );
}

function installed(place: string): string[] {
  return entries(place).flatMap(({ name }) =>
    name.startsWith('@') ? entries(join(place, name)).map(inner => `${name}/${inner.name}`) : [name],
  );
}

function exportsOf(place: string, name: string): string[] {
  const file = join(place, name, 'package.json');
  if (!existsSync(file)) return [];
  const { exports = {} } = JSON.parse(readFileSync(file, 'utf8')) as { exports?: object | string };
  return Object.keys(exports)
    .filter(key => /^\.\/[^*]*$/.test(key) && key !== './package.json')
    .map(key => `${name}${key.slice(1)}`);
}

/** Where Node looks for the packages of a folder. */
function searched(folder: string): string[] {
  const parent = dirname(folder);
  return [join(folder, 'node_modules'), ...(parent === folder ? [] : searched(parent))];
}

function entries(folder: string): { name: string; isFolder: boolean }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .map(entry => ({ name: entry.name, isFolder: entry.isDirectory() }));
}
