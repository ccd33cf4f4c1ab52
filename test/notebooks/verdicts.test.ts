import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';
import { text } from '../../handouts/notebook.ts';
import { readNotebook } from '../../handouts/readNotebook.ts';
import { courseNotebooks } from '../../handouts/course.ts';
import { evidence } from '../../lib/src/course/evidence.ts';
import { verdictSigns } from '../../lib/src/course/statement.ts';
import { statements } from '../../lib/src/course/statements.ts';
import { evidenceFile } from './collectEvidence.ts';

test('the evidence is what the titles of the tests say: `npm run verdicts` brings it up to date', async () => {
  expect(readFileSync(`${root}lib/src/course/evidence.json`, 'utf8')).toBe(await evidenceFile());
});

test('every statement has a verdict with a reason, and a test asserts what it rests on', () => {
  const sources = ['lecture', 'lecture, implied', 'paper', 'Keras', 'Baldi and Sadowski'];
  const asserted = new Set(evidence.map(({ statement }) => statement));
  for (const { id, source, verdict, because } of statements) {
    expect(Object.keys(verdictSigns), id).toContain(verdict);
    expect(sources, id).toContain(source);
    expect(because, id).toMatch(/^.{10,}\.\)?$/s);
    expect(asserted.has(id), `evidence for ${id}`).toBe(verdict !== 'not examined');
  }
});

test('every link from one notebook to another leads to a notebook', () => {
  const links = courseNotebooks().flatMap(path =>
    readNotebook(path).cells.flatMap(cell => {
      const found = text(cell.source).matchAll(/\]\(([\w-]+\.ipynb)(?:#cell-id=([\w-]+))?\)/g);
      return Array.from(found, ([link, name]) => ({ cell: cell.id, link, name: name! }));
    }),
  );
  const others = courseNotebooks().map(path => basename(path));
  expect(links.map(({ name }) => name)).toEqual(expect.arrayContaining(others.slice(1)));
  expect(links.filter(({ name }) => !existsSync(`${root}notebooks/${name}`))).toEqual([]);
});
