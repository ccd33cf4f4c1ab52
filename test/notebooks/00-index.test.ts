import { expect, test } from 'vitest';
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
      const text = statements.find(({ id }) => id === statement)?.text;
      expect(lines[i]).toContain(`${statement}  ${text}`);
      expect(lines[i]).toContain(verdict);
    }
  });
});
