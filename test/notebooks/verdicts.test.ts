import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';
import { text } from '../../handouts/notebook.ts';
import { readNotebook } from '../../handouts/readNotebook.ts';
import { courseNotebooks } from '../../handouts/course.ts';
import { statements } from '../../lib/src/course/statements.ts';
import { verdicts } from '../../lib/src/course/verdicts.ts';
import { verdictsFile } from './collectVerdicts.ts';

test('the verdict table is what the titles of the tests say: `npm run verdicts` brings it up to date', async () => {
  expect(readFileSync(`${root}lib/src/course/verdicts.ts`, 'utf8')).toBe(await verdictsFile());
});

test('every statement of the lecture has a verdict that a test asserts', () => {
  const settled = new Set(verdicts.map(({ statement }) => statement));
  expect(statements.filter(({ id }) => !settled.has(id))).toEqual([]);
});

test('every link from one notebook to another leads to a notebook', () => {
  const links = courseNotebooks().flatMap(path =>
    readNotebook(path).cells.flatMap(cell => {
      const found = text(cell.source).matchAll(/\]\(([\w-]+\.ipynb)(?:#cell-id=([\w-]+))?\)/g);
      return Array.from(found, ([link, name]) => ({ cell: cell.id, link, name: name! }));
    }),
  );
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter(({ name }) => !existsSync(`${root}notebooks/${name}`))).toEqual([]);
});
