import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';
import { courseNotebooks } from '../../handouts/course.ts';
import { text } from '../../handouts/notebook.ts';
import { readNotebook } from '../../handouts/readNotebook.ts';
import { verdictSigns } from '../../lib/src/course/statement.ts';
import { statements } from '../../lib/src/course/statements.ts';
import { describeNotebook } from './describeNotebook.ts';

describeNotebook('00-index', { wrongAnswers: {} }, notebook => {
  test('the installation passes its own test', () => {
    for (const cell of ['test-engine', 'test-theory']) expect(notebook.text(cell)).toMatch(/^✔/);
    expect(notebook.figures('test-figure')).toHaveLength(1);
  });

  test('the verdict table has a line for every statement: who says it, how it stands, and why', () => {
    const lines = notebook.text('verdict-table').split('\n');
    expect(lines).toEqual(
      statements.map(({ id, text: said, verdict, because }) => `${id}  ${said}  ${verdict}: ${because}`),
    );
  });

  test('the legend explains every verdict with the sign it has in the table', () => {
    const { cells } = readNotebook(`${root}notebooks/00-index.ipynb`);
    const legend = text(cells.find(({ id }) => id === 'verdicts')!.source);
    for (const [verdict, sign] of Object.entries(verdictSigns))
      expect(legend).toContain(`| ${sign} | ${verdict} |`);
  });

  test('the map and the verdict table name each notebook as it names itself', () => {
    const { cells } = readNotebook(`${root}notebooks/00-index.ipynb`);
    const maps = cells.filter(({ id }) => id.startsWith('map')).map(({ source }) => text(source));
    const rows = Array.from(maps.join('\n').matchAll(/^\| (\d+) \| \[(.+?)\]\((.+?)\)/gm));
    expect(rows.length).toBe(courseNotebooks().length - 1);
    const groups = notebook
      .of('verdict-table')
      .map(output => JSON.stringify(output))
      .join('');
    for (const [, number, title, name] of rows) {
      const own = text(readNotebook(`${root}notebooks/${name}`).cells[0]!.source);
      expect(own, name).toMatch(/^# /);
      expect(/^# (?:\d+\. )?(.+)/.exec(own)![1], name).toBe(title);
      if (Number(number) >= 1 && Number(number) <= 10) expect(groups).toContain(`### ${number}. ${title}`);
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

  test('the glossary is in alphabetical order, and leads to notebooks in which its terms occur', () => {
    const { cells } = readNotebook(`${root}notebooks/00-index.ipynb`);
    const glossary = text(cells.find(({ id }) => id === 'glossary')!.source);
    const rows = Array.from(glossary.matchAll(/^\| \*\*(.+?)\*\* \| (.+) \| \[\d+\]\((.+)\) \|$/gm));
    expect(rows.length).toBe(glossary.split('\n').length - 4);
    const terms = rows.map(([, term]) => term!);
    expect(terms).toEqual(terms.toSorted((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })));
    for (const [, term, meaning, name] of rows) {
      const others = Array.from(meaning!.matchAll(/call(?:ed| it) ([\w -]+)/g), ([, other]) => other!);
      const found = new RegExp([term!, ...others].join('|').replaceAll(' ', '\\s*'), 'i');
      const prose = readNotebook(`${root}notebooks/${name}`).cells.map(({ source }) => text(source));
      expect(prose.join('\n'), `${term} in ${name}`).toMatch(found);
    }
  });
});
