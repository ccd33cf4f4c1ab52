import { readdirSync, readFileSync } from 'node:fs';
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
