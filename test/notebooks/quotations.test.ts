import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { courseNotebooks } from '../../handouts/course.ts';
import type { Notebook } from '../../handouts/notebook.ts';
import { readNotebook } from '../../handouts/readNotebook.ts';
import { quotations, unset } from './quotations.ts';

/** The lines of the lecture that are quoted, as they stand there. */
const lines = readFileSync(new URL('../fixtures/lecture/quotations.txt', import.meta.url), 'utf8');
const source = unset(lines);

const notebookOf = (markdown: string): Notebook => ({
  cells: [{ cell_type: 'markdown', id: 'claim', metadata: {}, source: markdown }],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});

test('every quotation is verbatim, or marks what it leaves out', () => {
  const all = courseNotebooks().flatMap(path =>
    quotations(readNotebook(path)).map(quotation => ({ notebook: basename(path), ...quotation })),
  );
  expect(all.length).toBeGreaterThan(25);
  expect(all.filter(({ passage }) => !source.includes(unset(passage)))).toEqual([]);
});

test('every line that is kept of the lecture is quoted', () => {
  const passages = courseNotebooks().flatMap(path => quotations(readNotebook(path)));
  const used = (line: string) =>
    passages.some(
      ({ passage }) => unset(line).includes(unset(passage)) || unset(passage).includes(unset(line)),
    );
  expect(
    lines
      .trim()
      .split('\n')
      .filter(line => !used(line)),
  ).toEqual([]);
});

test('a changed word is found, and so is a cut without a mark', () => {
  const verbatim = '> **The lecture says:** Dropout is one of the ways to prevent overfitting.';
  const found = (markdown: string) =>
    quotations(notebookOf(markdown)).filter(({ passage }) => !source.includes(unset(passage)));
  expect(found(verbatim)).toEqual([]);
  expect(found(verbatim.replace('one of the ways', 'the best way'))).toHaveLength(1);
  expect(found(verbatim.replace('one of ', ''))).toHaveLength(1);
  expect(found(verbatim.replace('one of the ways', '…'))).toEqual([]);
});

test('a quotation says who is quoted', () => {
  expect(() => quotations(notebookOf('> Dropout works.'))).toThrow('claim: who is quoted? Dropout works.');
});
