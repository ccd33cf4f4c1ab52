import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';

const source = `${root}lib/src/`;
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => file.endsWith('.ts'));

/** What each file imports, types included. */
const imports = new Map(
  files.map(file => {
    const text = readFileSync(source + file, 'utf8');
    const paths = [...text.matchAll(/(?:^|\n)(?:import|export)\b[^;]*?from '(\.[^']+)'/g)];
    return [file, paths.map(([, path]) => `${resolve('/', dirname(file), path)}.ts`.slice(1))];
  }),
);

/** A path of imports that leads back to where it began. */
function circle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const found = walk(next, [...path, file]);
      if (found) return found;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const found = walk(file, []);
    if (found) return found;
  }
  return undefined;
}

test('no file of the library imports itself by a detour, types included', () => {
  expect(imports.get('engine/sequential.ts')).toContain('engine/architecture.ts');
  expect(circle(imports)).toBeUndefined();
});

test('a circle is found', () => {
  const graph = new Map([
    ['a.ts', ['b.ts', 'c.ts']],
    ['b.ts', []],
    ['c.ts', ['d.ts']],
    ['d.ts', ['c.ts']],
  ]);
  expect(circle(graph)).toEqual(['c.ts', 'd.ts', 'c.ts']);
});

/** The longest chain of imports within one room (a folder of lib/src): how many files deep the room is. */
function longestChain(room: string, graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const longest = new Map<string, readonly string[]>();
  const from = (file: string): readonly string[] => {
    const known = longest.get(file);
    if (known) return known;
    const below = (graph.get(file) ?? []).filter(next => next.startsWith(`${room}/`)).map(from);
    const chain = [file, ...below.reduce((a, b) => (b.length > a.length ? b : a), [])];
    longest.set(file, chain);
    return chain;
  };
  const chains = [...graph.keys()].filter(file => file.startsWith(`${room}/`)).map(from);
  return chains.reduce((a, b) => (b.length > a.length ? b : a));
}

const rooms = [...new Set(files.filter(file => file.includes('/')).map(file => file.split('/')[0]))];

test.each(rooms)('%s is at most nine files deep, types included', room => {
  const chain = longestChain(room, imports);
  expect(chain.length, chain.join(' > ')).toBeLessThanOrEqual(9);
});

test('the depth of a room counts its own files only', () => {
  const graph = new Map([
    ['a/1.ts', ['a/2.ts', 'b/1.ts']],
    ['a/2.ts', ['b/1.ts']],
    ['b/1.ts', ['b/2.ts']],
    ['b/2.ts', []],
  ]);
  expect(longestChain('a', graph)).toEqual(['a/1.ts', 'a/2.ts']);
  expect(longestChain('a', new Map(graph).set('b/2.ts', ['a/3.ts']))).toEqual(['a/1.ts', 'a/2.ts']);
});

test('docs/architecture.md draws the arrows between the rooms as the imports have them', () => {
  const room = (file: string): string => (file.includes('/') ? file.split('/')[0] : '');
  const drawn = readFileSync(`${root}docs/architecture.md`, 'utf8').match(/^ {4}\w+ --> \w+$/gm) ?? [];
  const measured = [...imports].flatMap(([file, paths]) =>
    paths
      .map(path => [room(file), room(path)])
      .filter(([from, to]) => from && to && from !== to && from !== 'node' && to !== 'node')
      .map(([from, to]) => `    ${from} --> ${to}`),
  );
  expect(drawn.toSorted()).toEqual([...new Set(measured)].toSorted());
});

const builtin = new Set(builtinModules);

/** The packages that a file imports; `import type` too. */
function packagesIn(text: string): string[] {
  const paths = text.matchAll(/(?:^|\n)(?:import |(?:import|export)\b[^;'"]*?\bfrom )'([^.'][^']*)'/g);
  return Array.from(paths, ([, path]) => path.split('/', path.startsWith('@') ? 2 : 1).join('/')).filter(
    name => !name.startsWith('node:') && !builtin.has(name),
  );
}

test.each([
  ['lib/package.json', ['lib/src']],
  ['package.json', ['binder', 'handouts', 'bench', 'test']],
])('what is imported is declared in %s', (manifest, folders) => {
  const { dependencies, devDependencies, workspaces } = JSON.parse(readFileSync(root + manifest, 'utf8'));
  const declared = Object.keys({
    ...dependencies,
    ...devDependencies,
    ...(workspaces && { 'dropout-lab': 1 }),
  });
  const sources = folders.flatMap(folder =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
      .map(file => file.replaceAll('\\', '/'))
      .filter(file => /\.m?[jt]s$/.test(file) && !/node_modules|build\/|^build|dist\//.test(file))
      .map(file => `${folder}/${file}`),
  );
  const missing = sources.flatMap(file =>
    packagesIn(readFileSync(root + file, 'utf8'))
      .filter(name => !declared.includes(name))
      .map(name => `${file}: ${name}`),
  );
  expect(missing).toEqual([]);
});

test('packages are found in every form of import', () => {
  const text =
    "import a from 'a';\nimport type { B } from '@b/c/d';\nexport * from 'e/f';\nimport 'g';\nimport { h } from './h';";
  expect(packagesIn(text)).toEqual(['a', '@b/c', 'e', 'g']);
});
