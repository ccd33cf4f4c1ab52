import { expect, test } from 'vitest';
import { nbconvert } from '../../handouts/nbconvert.ts';
import type { Notebook } from '../../handouts/notebook.ts';
import { notebookOf } from './notebookOf.ts';

/** A notebook with what the template asks for. */
function page(words: string): Notebook {
  const notebook = notebookOf({ words: `md:${words}` });
  return { ...notebook, metadata: { handout: { mark: 'mark', settings: { words: {} } } } };
}

test('one Python converts several notebooks, each for the one who asked', async () => {
  const pages = await Promise.all(['first é \u{1d7ff}', 'second'].map(words => nbconvert(page(words))));
  expect(pages[0]).toContain('<p>first é \u{1d7ff}</p>');
  expect(pages[1]).toContain('<p>second</p>');
});

test('a notebook that cannot be converted fails alone', async () => {
  const broken = { ...page('broken'), cells: undefined } as unknown as Notebook;
  const [failed, converted] = await Promise.allSettled([nbconvert(broken), nbconvert(page('whole'))]);
  expect(String((failed as PromiseRejectedResult).reason)).toMatch(
    /^Error: nbconvert failed:\nTraceback[^]*cells/,
  );
  expect((converted as PromiseFulfilledResult<string>).value).toContain('<p>whole</p>');
});
