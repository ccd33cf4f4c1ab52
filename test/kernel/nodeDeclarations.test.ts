import { builtinModules } from 'node:module';
import ts from '@tslab/typescript-for-tslab';
import { expect, test } from 'vitest';
import { allOfNode, everyday, namesNode } from '../../binder/kernel/src/nodeDeclarations.ts';

/** The global names of a program that reads `files`. */
function globals(files: string[]): Set<string> {
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    types: [],
  });
  const { Value, Type, Namespace } = ts.SymbolFlags;
  const scope = program.getSourceFile(files[0]!)!;
  const symbols = program.getTypeChecker().getSymbolsInScope(scope, Value | Type | Namespace);
  return new Set(symbols.map(({ name }) => name));
}

test('all of Node is read for each global name and module that the everyday part does not know', () => {
  const known = globals(everyday);
  const more = [...globals([allOfNode])].filter(name => !known.has(name) && !/^["_]/.test(name));
  expect(more.length).toBeGreaterThan(50);
  // The everyday part knows these by name only.
  const hollow = ['process', 'global', 'NodeJS', 'gc'];
  expect([...more, ...hollow, '__dirname'].filter(name => !namesNode(`new ${name}()`))).toEqual([]);
  expect(builtinModules.filter(name => !namesNode(`import * as x from '${name}';`))).toEqual([]);
  expect(namesNode('await import(`node:test`)')).toBe(true);
});

test('the everyday part is enough for what cells mostly do', () => {
  expect(
    namesNode(`import { matrix } from 'dropout-lab'; console.log(matrix([[1]])); setTimeout(() => {}, 1);`),
  ).toBe(false);
  expect(namesNode('const processed = model.urls;')).toBe(false);
});

test('the beginning of a global name counts where the cursor is, not after a dot', () => {
  expect(['Buf', 'x = pro', 'model.pro'].map(code => namesNode(code, code.length))).toEqual([
    true,
    true,
    false,
  ]);
  expect(namesNode('Buf;', 1)).toBe(true);
  expect(namesNode('Buf')).toBe(false);
});
