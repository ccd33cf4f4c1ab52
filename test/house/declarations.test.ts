import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';

const require = createRequire(import.meta.url);
const folder = `${root}.cache/declarations/`;
const { exports }: { exports: object } = require('dropout-lab/package.json');
const entries = Object.keys(exports)
  .filter(path => path !== './package.json')
  .map(path => `dropout-lab${path.slice(1)}`);

/** Errors of the compiler inside tslab, which is older than the one that wrote the declarations. */
function errorsOfTslab(files: Record<string, string>, include: readonly string[]): string[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const compilerOptions = {
    target: 'es2020',
    lib: ['es2020', 'dom'],
    module: 'commonjs',
    moduleResolution: 'node10',
    types: ['node'],
    strict: true,
    skipLibCheck: false,
    noEmit: true,
  };
  writeFileSync(`${folder}tsconfig.json`, JSON.stringify({ compilerOptions, include }));
  for (const [name, source] of Object.entries(files)) writeFileSync(`${folder}${name}`, source);
  const tsc = `${root}node_modules/@tslab/typescript-for-tslab/bin/tsc`;
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], {
    cwd: root,
    encoding: 'utf8',
  });
  return stdout.split('\n').filter(line => /error TS/.test(line));
}

/** Not those in other people's declarations. */
const ours = (error: string) => /^(lib\/dist|\.cache|error)/.test(error);

const isAny = 'type IsAny<T> = 0 extends 1 & T ? true : false;';

test('every declaration of the library is read by tslab’s compiler without an error', () => {
  expect(readdirSync(`${root}lib/dist`)).toContain('index.d.ts');
  expect(errorsOfTslab({}, ['../../lib/dist']).filter(ours)).toEqual([]);
});

test('every export has a type there, and none is silently any', () => {
  const source = entries.flatMap((entry, e) => [
    `import * as m${e} from '${entry}';`,
    ...Object.keys(require(entry) as object).map(
      name => `export const x${e}_${name}: IsAny<typeof m${e}.${name}> = false;`,
    ),
  ]);
  const errors = errorsOfTslab({ 'exports.ts': [isAny, ...source].join('\n') }, ['*.ts']);
  expect(errors.filter(ours)).toEqual([]);
});

test('a declaration too new for tslab is found', () => {
  const files = {
    'new.d.ts': 'export declare const data: Float32Array<ArrayBuffer>;',
    'any.ts': `${isAny}\ndeclare const nothing: any;\nexport const x: IsAny<typeof nothing> = false;`,
  };
  const errors = errorsOfTslab(files, ['*.ts']);
  expect(errors.some(error => /new\.d\.ts.*TS2315/.test(error))).toBe(true);
  expect(errors.some(error => /any\.ts.*TS2322/.test(error))).toBe(true);
});
