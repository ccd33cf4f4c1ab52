import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workspace } from '../../../binder/jupyter.mjs';
import { render } from '../../../handouts/render.ts';
import { describeInBrowser } from '../../browser.ts';
import { notebookOf } from '../notebookOf.ts';

const folder = `${workspace}.cache/test-reading/`;
const long = 'word '.repeat(2000);
const figure = (title: string): object => ({
  'text/html': `<figure class="dropout-figure"><figcaption>${title}</figcaption></figure>`,
});

describeInBrowser('a page to read', browser => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    const notebooks = ['01-a', '02-b', '03-c'].map(name => `${folder}${name}.ipynb`);
    const shelf = { folder: folder.slice(0, -1), notebooks, selected: notebooks };
    for (const path of notebooks) writeFileSync(path, JSON.stringify(notebookOf({ title: 'md:# Chapter' })));
    for (const path of notebooks) {
      const notebook = notebookOf({
        title: `md:# Chapter\n\n${long}`,
        first: 'const a = 1;\nconsole.log(a < 2);',
        one: `md:## One\n\n${long}`,
        two: `md:## Two\n\n${long}`,
      });
      const [cell] = notebook.cells.filter(({ id }) => id === 'first');
      const outputs = ['A', 'B'].map(title => ({
        output_type: 'display_data',
        data: figure(title),
        metadata: {},
      }));
      const wide = { output_type: 'stream', name: 'stdout', text: `${'0123456789'.repeat(12)}\n` };
      const short = { output_type: 'stream', name: 'stdout', text: 'short\n' };
      Object.assign(cell!, { outputs: [...outputs, wide, short] });
      const [html] = await render(path, notebook, shelf);
      writeFileSync(path.replace('.ipynb', '.html'), html!);
    }
    context = await browser().newContext({ viewport: { width: 1300, height: 800 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    page = await context.newPage();
    await page.goto(pathToFileURL(`${folder}02-b.html`).href);
  }, 120_000);
  afterAll(() => context?.close());

  test('marks in its contents the section that is read', async () => {
    const marked = page.locator('.contents [aria-current="location"]');
    expect(await marked.count()).toBe(0);
    await page.locator('#Two').scrollIntoViewIfNeeded();
    await page.evaluate('document.getElementById("Two").scrollIntoView()');
    await expect.poll(() => marked.allTextContents()).toEqual(['Two']);
    await page.evaluate('scrollTo(0, 0)');
    await expect.poll(() => marked.count()).toBe(0);
  });

  test('copies the code of a cell, and links to it', async () => {
    await page.getByRole('button', { name: 'Copy' }).first().click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('const a = 1;\nconsole.log(a < 2);');
    await page.getByRole('link', { name: 'Link to this cell: first' }).click();
    expect(await page.evaluate('decodeURIComponent(location.hash)')).toBe('#cell-id=first');
  });

  test('has a tab stop, with a name, at what scrolls and nowhere else', async () => {
    const stops = page.locator('.outputs [tabindex="0"]');
    await page.setViewportSize({ width: 1300, height: 800 });
    await expect.poll(() => stops.count()).toBe(1);
    expect(await stops.getAttribute('aria-label')).toBe('Output');
    await page.setViewportSize({ width: 2000, height: 800 });
    await page.addStyleTag({ content: '.outputs pre { font-size: 4px }' });
    await page.setViewportSize({ width: 1300, height: 800 });
    await expect.poll(() => stops.count()).toBe(0);
  });

  test('numbers its figures', async () => {
    const { nodes } = await (await context.newCDPSession(page)).send('Accessibility.getFullAXTree');
    const texts = nodes.filter(({ role }) => role?.value === 'StaticText');
    const read = texts.map(({ name }) => String(name?.value ?? '')).join('');
    for (const number of [/Figure\s*1\s*\./, /Figure\s*2\s*\./]) expect(read).toMatch(number);
  });

  test('turns to other chapters by arrow keys, but not out of a field or a box that scrolls', async () => {
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<input><pre tabindex="0">x</pre>')`);
    for (const place of ['body > input', 'body > pre']) {
      await page.locator(place).focus();
      await page.keyboard.press('ArrowRight');
    }
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('Control+ArrowRight');
    expect(page.url()).toContain('02-b');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).toContain('03-c');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.url()).toContain('02-b');
  });
});
