import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';
import { courseNotebooks } from '../../handouts/course.ts';
import { text } from '../../handouts/notebook.ts';
import { readNotebook } from '../../handouts/readNotebook.ts';
import { statements } from '../../lib/src/course/statements.ts';
import { verdicts } from '../../lib/src/course/verdicts.ts';
import { describeNotebook } from './describeNotebook.ts';

describeNotebook('00-index', { wrongAnswers: {} }, notebook => {
  test('the installation passes its own test', () => {
    for (const cell of ['test-engine', 'test-theory']) expect(notebook.text(cell)).toMatch(/^✔/);
    expect(notebook.figures('test-figure')).toHaveLength(1);
  });

  test('the verdict table has a line for every statement that tests have settled', () => {
    const lines = notebook.text('verdict-table').split('\n');
    expect(lines).toHaveLength(verdicts.length);
    for (const [i, { statement, verdict }] of verdicts.entries()) {
      const said = statements.find(({ id }) => id === statement)?.text;
      expect(lines[i]).toContain(`${statement}  ${said}`);
      expect(lines[i]).toContain(verdict);
    }
  });

  test('the map gives each notebook the minutes that it gives itself', () => {
    const maps = readNotebook(`${root}notebooks/00-index.ipynb`).cells.filter(({ id }) =>
      id.startsWith('map'),
    );
    const rows = maps.flatMap(({ source }) =>
      Array.from(text(source).matchAll(/\((\d\d-[\w-]+\.ipynb)\) \| .* \| (\d+) \|/g)),
    );
    const others = courseNotebooks()
      .map(path => basename(path))
      .filter(name => name !== '00-index.ipynb');
    expect(rows.map(([, name]) => name).toSorted()).toEqual(others);
    for (const [, name, minutes] of rows) {
      const opening = text(readNotebook(`${root}notebooks/${name}`).cells[0]!.source);
      expect(opening, name).toContain(`**Time:** ${minutes} minutes`);
    }
  });
});
