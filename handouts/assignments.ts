/*
 * npm run assignments -- [notebook …]: writes the notebooks as sources of nbgrader assignments to `assignments/`, with a
 * configuration that knows TypeScript. Then, in that folder: `nbgrader generate_assignment 05-scale-down`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { workspace } from '../binder/jupyter.mjs';
import { assignment, nbgraderConfig, points } from './assignment.ts';
import { courseNotebooks } from './course.ts';
import { readNotebook } from './readNotebook.ts';
import { stored } from './stored.ts';

const folder = `${workspace}assignments/`;
const named = process.argv.slice(2).map(path => resolve(path));

mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}nbgrader_config.py`, nbgraderConfig);
for (const path of named.length ? named : courseNotebooks()) {
  const name = basename(path, '.ipynb');
  const notebook = assignment(readNotebook(path));
  if (!points(notebook)) continue;
  mkdirSync(`${folder}source/${name}`, { recursive: true });
  writeFileSync(`${folder}source/${name}/${name}.ipynb`, stored(notebook));
  console.log(`assignments/source/${name}/${name}.ipynb: ${points(notebook)} points`);
}
