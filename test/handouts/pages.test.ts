import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { buildIndex } from '../../handouts/build.ts';
import { text } from '../../handouts/notebook.ts';
import { readNotebook } from '../../handouts/readNotebook.ts';
import { describeInBrowser } from '../browser.ts';
import { builtPage, shelf } from './builtPage.ts';

const { notebooks } = shelf;
const timeout = 300_000;

interface Opened {
  page: Page;
  /** Everything the page asked for besides itself, and everything it complained of. */
  trouble: string[];
}

/** The page of a file, with the network off. */
async function open(browser: Browser, path: string): Promise<Opened> {
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 } });
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

/** What axe-core holds for a serious obstacle, as `rule: element`; by default, all its rules are asked. */
async function obstacles(page: Page, options: axe.RunOptions = {}): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(
    `axe.run(${JSON.stringify({ ...options, resultTypes: ['violations'] })})`,
  )) as axe.AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html} ${node.failureSummary}`));
}

/** Links from a page to a place that another page does not have. */
function brokenLinks(path: string): string[] {
  const links = readFileSync(path, 'utf8').matchAll(/href="([\w-]+\.html)#([^"]+)"/g);
  return [...links]
    .filter(([, file]) => existsSync(`${shelf.folder}/${file}`))
    .filter(([, file, id]) => !readFileSync(`${shelf.folder}/${file}`, 'utf8').includes(`id="${id}"`))
    .map(([link]) => link);
}

/** What is there to read besides code. */
const prose = `(() => {
  const main = document.querySelector('main').cloneNode(true);
  main.querySelectorAll('pre, script').forEach(element => element.remove());
  return main.textContent;
})()`;

const TABBABLE = 'a[href], button:enabled, input:enabled, select:enabled, summary, [tabindex="0"]';

/** What has the focus: its name, whether it is seen, and whether it had the focus before; null at the end of the page. */
const focused = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const label = element.ariaLabel ?? element.labels?.[0]?.textContent ?? element.textContent;
  const { width, height } = element.getBoundingClientRect();
  const again = element.hasAttribute('data-walked');
  element.setAttribute('data-walked', '');
  return { name: label.trim().slice(0, 60), seen: element.checkVisibility() && width * height > 0, again };
})()`;

const blankFormulas = `[...document.querySelectorAll('mjx-container svg')]
  .filter(svg => svg.checkVisibility() && svg.getBBox().width === 0).length`;

const deadLinks = `[...document.querySelectorAll('a[href^="#"]')].map(link => decodeURIComponent(link.hash.slice(1)))
  .filter(id => !document.getElementById(id))`;

describeInBrowser('in a browser without a network', browser => {
  test.each(notebooks.map(path => [basename(path), path]))(
    '%s reads well',
    { timeout },
    async (_, notebook) => {
      const path = await builtPage(notebook);
      const { page, trouble } = await open(browser(), path);

      expect(await page.title()).toContain('Dropout Lab');
      expect(await page.locator('h1').count()).toBe(1);
      const words = (await page.evaluate(prose)) as string;
      expect(words.length).toBeGreaterThan(500);
      expect(words, 'TeX that was not typeset').not.toMatch(/\$\$|\\(frac|sum|begin|sigma|odot)/);

      const wanted = readNotebook(notebook).cells.some(
        ({ cell_type, source }) =>
          cell_type === 'markdown' &&
          text(source)
            .replace(/(`+)[^]*?\1/g, '')
            .includes('$'),
      );
      expect((await page.locator('mjx-container svg').count()) > 0, 'formulas').toBe(wanted);
      expect(await page.evaluate(blankFormulas), 'formulas without a glyph').toBe(0);

      expect(await page.evaluate(deadLinks), 'links to nowhere').toEqual([]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id'), 'behind the skip link').toBe('main');

      await page.evaluate(`document.querySelectorAll('details').forEach(one => (one.open = true))`);
      expect(await obstacles(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await obstacles(page, { runOnly: 'color-contrast' }), 'in the dark').toEqual([]);

      await page.setViewportSize({ width: 390, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth'), 'on a phone').toBe(390);
      expect(trouble).toEqual([]);
      await page.context().close();
    },
  );

  test.each(notebooks.map(path => [basename(path), path]))(
    '%s shows every figure without JavaScript',
    { timeout },
    async (_, notebook) => {
      const path = await builtPage(notebook);
      const context = await browser().newContext({ offline: true, javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(pathToFileURL(path).href);
      for (const figure of await page.locator('.dropout-figure').all()) {
        const picture = figure.locator('.dropout-figure-plot svg').first();
        expect((await picture.boundingBox())?.height).toBeGreaterThan(150);
        expect(await picture.locator('text').count()).toBeGreaterThan(2);
      }
      await context.close();
    },
  );

  test(
    'Tab walks through a page: every stop is seen and has a name, none holds it',
    { timeout },
    async () => {
      const path = await builtPage(notebooks.find(one => one.includes('01-overview'))!);
      const { page } = await open(browser(), path);
      const places = await page.locator(TABBABLE).filter({ visible: true }).count();
      const stops: string[] = [];
      for (;;) {
        await page.keyboard.press('Tab');
        const stop = (await page.evaluate(focused)) as { name: string; seen: boolean; again: boolean } | null;
        if (!stop) break; // the end of the page
        expect(stop, `after ${stops.at(-1)}`).toMatchObject({ seen: true, again: false });
        expect(stop.name, `after ${stops.at(-1)}`).toMatch(/\w/);
        stops.push(stop.name);
      }
      expect(stops.length).toBeGreaterThan(0.95 * places);
      for (const name of ['Run all', 'Rate of dropout', 'Next'])
        expect(
          stops.some(stop => stop.startsWith(name)),
          name,
        ).toBe(true);
      await page.context().close();
    },
  );

  test('these tests see a request, an error and an obstacle where there is one', { timeout }, async () => {
    mkdirSync(shelf.folder, { recursive: true });
    const path = `${shelf.folder}/bad.html`;
    const body =
      '<img src="https://example.org/a.png"><p style="color: #ccc">pale</p><script>fail()</script>';
    writeFileSync(path, `<!DOCTYPE html><html><title>T</title><body>${body}`);
    const { page, trouble } = await open(browser(), path);
    expect(trouble).toContain('request for https://example.org/a.png');
    expect(trouble.join()).toContain('fail is not defined');
    const found = (await obstacles(page)).join();
    for (const rule of ['image-alt', 'color-contrast', 'html-has-lang']) expect(found).toContain(`${rule}: `);
    await page.context().close();
  });

  test('the index leads to every handout, and each leads on', { timeout }, async () => {
    let bytes = 0;
    for (const notebook of notebooks) bytes += statSync(await builtPage(notebook)).size;
    expect(bytes, 'the whole edition').toBeLessThan(45_000_000);
    const { page, trouble } = await open(browser(), await buildIndex(shelf));
    expect(await page.locator('main h2 a[href]').count()).toBeGreaterThanOrEqual(notebooks.length);
    expect(await obstacles(page)).toEqual([]);
    await page.getByRole('searchbox').fill('bayes rule');
    await expect.poll(() => page.locator('#search li a[href*="10-model.html#"]').count()).toBeGreaterThan(0);
    expect(await obstacles(page)).toEqual([]);
    await page.getByRole('searchbox').fill('');
    for (const notebook of notebooks) {
      const name = basename(notebook, '.ipynb');
      await page.locator(`main a[href="${name}.html"]`).click();
      await expect.poll(() => page.url()).toContain(name);
      await page.locator('footer a[href="index.html"]').click();
      await expect.poll(() => page.url()).toContain('index.html');
    }
    expect(trouble.filter(line => !line.startsWith('request for file:'))).toEqual([]);
    for (const notebook of notebooks) expect(brokenLinks(await builtPage(notebook))).toEqual([]);
    await page.context().close();
  });
});
