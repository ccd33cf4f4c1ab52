import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';
import { buildHandout, buildIndex, type Shelf } from '../../handouts/build.ts';
import { courseNotebooks } from '../../handouts/course.ts';
import { describeInBrowser } from '../browser.ts';

const notebooks = courseNotebooks();
const shelf: Shelf = { folder: `${root}.cache/pages`, notebooks, selected: notebooks };
const timeout = 300_000;

interface Opened {
  page: Page;
  /** Everything the page asked for besides itself, and everything it complained of. */
  trouble: string[];
}

/** The page of a file, with the network off. */
async function open(
  browser: Browser,
  path: string,
  options: { dark?: boolean; width?: number } = {},
): Promise<Opened> {
  const { dark = false, width = 1280 } = options;
  const context = await browser.newContext({
    offline: true,
    colorScheme: dark ? 'dark' : 'light',
    viewport: { width, height: 900 },
  });
  const page = await context.newPage();
  const url = pathToFileURL(path).href;
  const trouble: string[] = [];
  page.on('request', request => {
    if (request.url() !== url && !/^(data|blob):/.test(request.url()))
      trouble.push(`request for ${request.url()}`);
  });
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text());
  });
  page.on('pageerror', error => trouble.push(String(error)));
  await page.goto(url);
  await drawn(page);
  return { page, trouble };
}

/** Waits until every figure is drawn. */
async function drawn(page: Page): Promise<void> {
  const figures = page.locator('.dropout-figure');
  await expect
    .poll(() => page.locator('.dropout-figure .js-plotly-plot .main-svg').count(), { timeout: 60_000 })
    .toBeGreaterThanOrEqual(await figures.count());
}

/** What axe-core holds for a serious obstacle, as `rule: element`. */
async function obstacles(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html} ${node.failureSummary}`));
}

describeInBrowser('in a browser without a network', browser => {
  test.each(notebooks)(
    '%s: reads, in light, dark, on a phone, with a keyboard',
    { timeout },
    async notebook => {
      const { path, bytes } = await buildHandout(notebook, shelf);
      const { page, trouble } = await open(browser(), path);

      expect(await page.title()).toContain('Dropout Lab');
      expect(await page.locator('h1').count()).toBe(1);
      const words = await page.locator('main').innerText();
      expect(words.length).toBeGreaterThan(500);

      const formulas = page.locator('mjx-container svg');
      expect(await formulas.count()).toBeGreaterThan(0);
      const box = await formulas.first().boundingBox();
      expect(box!.width * box!.height).toBeGreaterThan(0);
      expect(words).not.toMatch(/\$\$|\\(frac|sum|begin|sigma|odot)/);

      const dead = await page.evaluate(
        `[...document.querySelectorAll('a[href^="#"]')].map(a => a.hash).filter(hash => !document.getElementById(decodeURIComponent(hash.slice(1))))`,
      );
      expect(dead).toEqual([]);
      if ((await page.locator('.dropout-figure').count()) === 0) expect(bytes).toBeLessThan(1_500_000);
      expect(await obstacles(page)).toEqual([]);
      expect(trouble).toEqual([]);
      await page.context().close();

      const dark = await open(browser(), path, { dark: true });
      expect(await obstacles(dark.page)).toEqual([]);
      await dark.page.context().close();

      const phone = await open(browser(), path, { width: 390 });
      expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      await phone.page.context().close();
    },
  );

  test('the index leads to every handout, and each leads on', { timeout }, async () => {
    for (const notebook of notebooks) await buildHandout(notebook, shelf);
    const { page, trouble } = await open(browser(), await buildIndex(shelf));
    expect(await page.locator('main h2 a[href]').count()).toBeGreaterThanOrEqual(notebooks.length);
    expect(await obstacles(page)).toEqual([]);
    for (const notebook of notebooks) {
      const name = basename(notebook, '.ipynb');
      await page.locator(`main a[href="${name}.html"]`).click();
      await expect.poll(() => page.url()).toContain(name);
      await page.locator('footer a[href="index.html"]').click();
      await expect.poll(() => page.url()).toContain('index.html');
    }
    expect(trouble.filter(line => !line.startsWith('request for file:'))).toEqual([]);
    await page.context().close();
  });
});
