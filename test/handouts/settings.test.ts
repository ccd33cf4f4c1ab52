import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { render } from '../../handouts/render.ts';
import { readSettings } from '../../handouts/settings.ts';
import { notebookOf, temporaryFolder } from './notebookOf.ts';

function settingsFile(settings: unknown): string {
  const path = join(temporaryFolder(), 'settings.json');
  writeFileSync(path, JSON.stringify(settings));
  return path;
}

test('a page speaks as the lecturer’s settings say, and otherwise as the course does', async () => {
  const settings = readSettings(
    settingsFile({
      course: 'Learning & Co',
      term: 'Winter 2026',
      language: 'de',
      notebooks: 'https://example.org/nb',
      binder: 'https://example.org/binder',
      words: { exercise: 'Aufgabe' },
    }),
  );
  const notebook = notebookOf({
    title: 'md:# A "title"\n\nWords.',
    first: { source: '1', tags: ['exercise'] },
    second: { source: '2', tags: ['exercise'] },
    'solution-second': { source: '3', tags: ['solution'] },
  });
  const path = '/a/01-a.ipynb';
  const shelf = { folder: '/nowhere', notebooks: [path], selected: [], settings };
  const [page] = await render(path, notebook, shelf);
  expect(page).toContain('<html lang="de">');
  expect(page).toContain('Learning &amp; Co</title>');
  expect(page).toContain('<span>Winter 2026</span>');
  expect(page).toMatch(/>Aufgabe 1<.*>Aufgabe 2<.*>Solution 2</s);
  expect(page).toContain('href="https://example.org/nb/01-a.ipynb"');
  expect(page).toContain('href="https://example.org/binder?urlpath=lab/tree/notebooks/01-a.ipynb"');
  expect(page).toMatch(/@page\{@bottom-left\{content:"A \\"title\\" · Learning & Co"/);
  expect(page).toMatch(/Version \d+\.\d+\.\d+/);
});

test.each([
  [{ cours: 'X' }, "there is no setting 'cours'"],
  [{ words: { excercise: 'X' } }, "there is no setting 'excercise'"],
  [{ course: 7 }, 'course must be a text. Got 7.'],
])('settings refuse %j', (settings, reason) => {
  const path = settingsFile(settings);
  expect(() => readSettings(path)).toThrow(`${path}: ${reason}`);
});
