import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';
import { courseNotebooks, summary } from '../../handouts/course.ts';
import { type Notebook, text } from '../../handouts/notebook.ts';
import { readNotebook } from '../../handouts/readNotebook.ts';
import { stored } from '../../handouts/stored.ts';
import { exercises } from './answers.ts';
import { shorthandErrors } from './shorthandErrors.ts';
import { typedDecimals } from './typedDecimals.ts';

const idsOf = (notebook: Notebook) => notebook.cells.map(({ id }) => id);

describe.each(courseNotebooks().map(path => ({ name: basename(path, '.ipynb'), path })))(
  '$name',
  ({ name, path }) => {
    const notebook = readNotebook(path);

    test('is nbformat 4.5 for the kernel tslab', () => {
      expect(notebook).toMatchObject({
        nbformat: 4,
        nbformat_minor: 5,
        metadata: { kernelspec: { name: 'tslab', language: 'typescript' } },
      });
    });

    test('is stored without outputs and as JupyterLab writes it: `npm run format` makes it so', () => {
      expect(readFileSync(path, 'utf8')).toBe(stored(notebook));
    });

    test('names every cell by what it is, and none twice', () => {
      const ids = idsOf(notebook);
      expect(ids.filter(id => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))).toEqual([]);
      expect(ids.filter(id => /^[0-9a-f]{8}(-|$)|^cell/.test(id))).toEqual([]);
      expect(ids.filter((id, k) => ids.indexOf(id) !== k)).toEqual([]);
    });

    test('has no line of code that a page cannot show whole', () => {
      const code = notebook.cells.filter(cell => cell.cell_type === 'code');
      const long = code.flatMap(cell => text(cell.source).split('\n')).filter(line => line.length > 100);
      expect(long).toEqual([]);
    });

    test('has no cell of code longer than 25 lines, and folds its imports', () => {
      const code = notebook.cells.filter(cell => cell.cell_type === 'code');
      const long = code.filter(cell => text(cell.source).split('\n').length > 25);
      expect(long.map(({ id }) => id)).toEqual([]);
      for (const cell of code.filter(({ id }) => id === 'imports'))
        expect(cell.metadata.jupyter, cell.id).toEqual({ source_hidden: true });
    });

    test('runs under stock tslab, too: no shorthand for a variable of an earlier cell', () => {
      expect(shorthandErrors(notebook)).toEqual([]);
    });

    test('asks the library for the answers: no check holds one', () => {
      for (const [id, { check }] of exercises(notebook))
        expect(text(check.source)).toMatch(new RegExp(`^check\\('${name.slice(0, 2)}/${id}', \\w+\\);$`));
    });

    test('folds checks and solutions away', () => {
      const tagged = (tag: string) => notebook.cells.filter(cell => cell.metadata.tags?.includes(tag));
      for (const cell of tagged('check'))
        expect(cell.metadata.jupyter, cell.id).toEqual({ source_hidden: true });
      for (const cell of tagged('solution')) {
        expect(text(cell.source)).toMatch(/^<details>\n<summary>Solution<\/summary>\n\n[^]*\n\n<\/details>$/);
        expect(text(cell.source).match(/<details>/g), cell.id).toHaveLength(1);
      }
    });

    test('types no measured number into its text; exercises may give theirs', () => {
      const prose = notebook.cells.filter(
        cell => cell.cell_type === 'markdown' && !/^(exercise|solution)-/.test(cell.id),
      );
      expect(
        prose.flatMap(cell => typedDecimals(text(cell.source)).map(found => `${cell.id}: ${found}`)),
      ).toEqual([]);
    });

    test('tells first what it is about, how long it takes and which section it follows', () => {
      const opening = text(notebook.cells[0]!.source);
      expect(opening).toMatch(/^# .+/);
      expect(opening).toMatch(/\*\*Time:\*\* \d+ minutes/);
      if (!name.startsWith('00-')) expect(opening).toMatch(/\*\*Lecture:\*\* section/);
    });

    test('opens with a paragraph without formulas, which the index of the handouts repeats', () => {
      expect(summary(path).lead).toMatch(/^[^$]+$/);
    });

    test.skipIf(name === '00-index')('ends with two to four exercises and the sources', () => {
      const found = exercises(notebook);
      expect(found.size).toBeGreaterThanOrEqual(2);
      expect(found.size).toBeLessThanOrEqual(4);
      const ids = idsOf(notebook);
      for (const id of found.keys()) {
        expect(ids.indexOf(`check-${id}`), `the check of ${id}`).toBe(ids.indexOf(id) + 1);
        expect(ids.indexOf(`solution-${id}`), `the solution of ${id}`).toBe(ids.indexOf(id) + 2);
      }
      expect(ids.at(-1)).toBe('sources');
    });

    test('has a spec of its own', () => {
      expect(existsSync(`${root}test/notebooks/${name}.test.ts`)).toBe(true);
    });
  },
);

describe('typedDecimals', () => {
  test.each([
    ['The accuracy rises to 0.83.', ['0.83']],
    ['It is .37 against 12.5 %.', ['.37', '12.5']],
    ['At $p = 0.37$ the loss', ['0.37']],
    ['| none | 0.8147 |', ['0.8147']],
  ])('finds them in %j', (markdown, found) => {
    expect(typedDecimals(markdown)).toEqual(found);
  });

  test.each([
    'Section 7.12 of the book, version 4.22, arXiv:1207.0580',
    'Adam with learning rate 0.01 at rate 0.5',
    'JMLR 15 (2014) 1929–1958; in 2014, 100 epochs',
    '```ts\nconst rate = 0.37;\n```',
    'the cell `check(0.37)`',
    'See [the paper](https://doi.org/10.1016/j.artint.2014.02.004).',
  ])('lets stand %j', markdown => {
    expect(typedDecimals(markdown)).toEqual([]);
  });
});
