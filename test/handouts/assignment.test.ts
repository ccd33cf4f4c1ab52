import { describe, expect, test } from 'vitest';
import { assignment, nbgraderConfig, points } from '../../handouts/assignment.ts';
import { courseNotebooks } from '../../handouts/course.ts';
import { text } from '../../handouts/notebook.ts';
import { readNotebook } from '../../handouts/readNotebook.ts';

const exercised = courseNotebooks().filter(path => !path.includes('00-index'));

describe.each(exercised)('the assignment of %s', path => {
  const notebook = readNotebook(path);
  const made = assignment(notebook);
  const withTag = (tag: string) => made.cells.filter(cell => cell.metadata.tags?.includes(tag));

  test('has no solution in it', () => {
    expect(withTag('solution')).toEqual([]);
    expect(made.cells.map(cell => text(cell.source)).join('\n')).not.toContain('<summary>Solution</summary>');
  });

  test('lets stubs be filled in and gives a point for each locked check', () => {
    for (const { metadata } of withTag('exercise'))
      expect(metadata.nbgrader).toMatchObject({ solution: true, grade: false, locked: false });
    for (const { metadata, id } of withTag('check'))
      expect(metadata.nbgrader).toMatchObject({ grade_id: id, grade: true, locked: true, points: 1 });
    expect(points(made)).toBe(withTag('exercise').length);
  });

  test('leaves every other cell as it is', () => {
    const ids = new Set(made.cells.filter(cell => cell.metadata.nbgrader).map(({ id }) => id));
    const others = notebook.cells.filter(
      ({ id, metadata }) => !ids.has(id) && !metadata.tags?.includes('solution'),
    );
    expect(made.cells.filter(({ id }) => !ids.has(id))).toEqual(others);
  });
});

test('the configuration clears no stub and knows a stub in TypeScript', () => {
  expect(nbgraderConfig).toContain('"typescript": "return undefined; // your code"');
  expect(nbgraderConfig).not.toContain('preprocessors.ClearSolutions');
});
