import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { root } from '../../binder/jupyter.mjs';
import { type Cell, text } from '../../handouts/notebook.ts';
import { readNotebook } from '../../handouts/readNotebook.ts';
import { exercises } from './answers.ts';

const folder = `${root}.cache/types/`;

const config = {
  extends: '../../tsconfig.json',
  // The library of types is the kernel's (tslab's, for the Node versions that the course supports). A stub does not use
  // its parameters yet.
  compilerOptions: { lib: ['ES2022'], incremental: false, noUnusedParameters: false },
  include: ['*.ts'],
  exclude: [],
};

/**
 * What the strict compiler finds in the notebooks' code, as `04-….ipynb, cell train, line 2: …`. The cells of a notebook
 * become one module, and a second one with the solutions in the place of the stubs.
 */
export function typeErrors(paths: readonly string[]): string[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}tsconfig.json`, JSON.stringify(config));
  const modules = new Map(paths.flatMap(path => Array.from(modulesOf(path))));
  for (const [file, lines] of modules)
    writeFileSync(`${folder}${file}`, lines.map(line => line.source).join('\n'));

  const tsc = [`${root}node_modules/typescript/bin/tsc`, '-p', folder, '--pretty', 'false'];
  const { stdout, status } = spawnSync(process.execPath, tsc, { cwd: folder, encoding: 'utf8' });
  const errors = stdout.split('\n').flatMap(message => {
    const [, file, line, error] = /^(.+?)\((\d+),\d+\): error (.*)$/.exec(message) ?? [];
    if (!file) return [];
    const place = modules.get(basename(file))?.[Number(line) - 1]?.place ?? file;
    return [`${place}: ${error}`];
  });
  if (status !== 0 && !errors.length) throw new Error(`tsc ended with status ${status}: ${stdout}`);
  return Array.from(new Set(errors));
}

/** A line of a module and where it stands in the notebook. */
interface Line {
  source: string;
  place: string;
}

function modulesOf(path: string): Map<string, Line[]> {
  const notebook = readNotebook(path);
  const code = notebook.cells.filter(cell => cell.cell_type === 'code');
  const solutions = exercises(notebook);
  const linesOf = (cell: Cell, source: string, id = cell.id): Line[] =>
    source
      .trimEnd()
      .split('\n')
      .map((line, k) => ({ source: line, place: `${basename(path)}, cell ${id}, line ${k + 1}` }));
  const close: Line = { source: 'export {};', place: basename(path) };
  const solved = code.flatMap(cell => {
    const solution = solutions.get(cell.id)?.solution;
    return solution ? linesOf(cell, solution, `solution-${cell.id}`) : linesOf(cell, text(cell.source));
  });
  const name = basename(path, '.ipynb');
  return new Map([
    [`${name}.ts`, [...code.flatMap(cell => linesOf(cell, text(cell.source))), close]],
    [`${name}.solved.ts`, [...solved, close]],
  ]);
}
