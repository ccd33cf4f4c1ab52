import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';
import { figureBundle } from '../../lib/src/notebook/show.ts';
import { type Figure } from '../../lib/src/index.ts';
import { describeInBrowser } from '../browser.ts';
import { samples } from '../plot/samples.ts';
import { type JupyterLab, startJupyterLab } from './jupyterLab.ts';

const figures = Object.entries(samples('a label'));

/** A saved notebook with one figure per cell; the outputs are not signed, so JupyterLab does not trust them. */
function writeNotebook(path: string, shown: readonly [string, Figure][]): void {
  const cells = shown.map(([id, figure], i) => ({
    cell_type: 'code',
    id,
    metadata: {},
    execution_count: i + 1,
    outputs: i ? [{ output_type: 'display_data', metadata: {}, data: figureBundle(figure) }] : [],
    source: `// ${id}`,
  }));
  const metadata = {
    kernelspec: { name: 'tslab', display_name: 'TypeScript (tslab)', language: 'typescript' },
  };
  writeFileSync(path, JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
}

describeInBrowser(
  'a saved notebook in JupyterLab, not trusted and with its first output cleared',
  browser => {
    let lab: JupyterLab;
    let page: Page;
    const errors: string[] = [];
    const notebook = 'test/lab/build/figures.ipynb';

    beforeAll(async () => {
      mkdirSync(`${root}test/lab/build`, { recursive: true });
      writeNotebook(root + notebook, figures);
      lab = await startJupyterLab();
      const context = await browser().newContext({ viewport: { width: 1300, height: 1000 } });
      page = await context.newPage();
      page.on('pageerror', error => errors.push(error.message));
      page.on('console', message => message.type() === 'error' && errors.push(message.text()));
      await page.goto(lab.url(notebook));
      await page.locator('.dropout-figure .main-svg').first().waitFor({ timeout: 120_000 });
    }, 200_000);
    afterAll(() => lab?.stop());

    test('draws every figure on scrolling to it, in whatever order', async () => {
      const panel = page.locator('.jp-WindowedPanel-outer').first();
      const drawn = new Set<string>();
      const height = await panel.evaluate(element => element.scrollHeight);
      for (let top = height; top > -500; top -= 500) {
        await panel.evaluate((element, at) => element.scrollTo(0, at), Math.max(0, top));
        await page.waitForTimeout(400);
        const seen = await page.evaluate(() =>
          [...document.querySelectorAll('.dropout-figure')].flatMap(figure =>
            figure.querySelector('.main-svg .plot, .main-svg .cartesianlayer *')
              ? [figure.querySelector('details p')?.textContent ?? '']
              : [],
          ),
        );
        for (const words of seen) drawn.add(words);
      }
      expect([...drawn].toSorted()).toEqual(
        [...new Set(figures.slice(1).map(([, figure]) => figure.words))].toSorted(),
      );
    });

    test('the slider answers to arrow keys, and JupyterLab does not', async () => {
      const slider = page.locator('.dropout-figure input[type=range]').first();
      await scrollTo(page, slider);
      await slider.focus();
      await page.keyboard.press('ArrowRight');
      expect(await slider.inputValue()).toBe('1');
      expect(await slider.evaluate(element => element === document.activeElement)).toBe(true);
    });

    test('a front end that draws HTML finds plotly in the kernelspec folder', async () => {
      const address = new URL('/dropout-lab-html', lab.url(notebook)).href;
      const html = String(figureBundle(figures[0][1])['text/html']);
      const other = await page.context().newPage();
      await other.route(address, route =>
        route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: `<body data-base-url="/">${html}</body>`,
        }),
      );
      await other.goto(address);
      await other.locator('.dropout-figure .main-svg').first().waitFor({ timeout: 60_000 });
      await other.close();
    });

    test('nothing complains', () => {
      expect(errors).toEqual([]);
    });
  },
);

async function scrollTo(page: Page, target: ReturnType<Page['locator']>): Promise<void> {
  const panel = page.locator('.jp-WindowedPanel-outer').first();
  for (let top = 0; top < 8000 && !(await target.isVisible()); top += 400) {
    await panel.evaluate((element, at) => element.scrollTo(0, at), top);
    await page.waitForTimeout(300);
  }
  await target.scrollIntoViewIfNeeded();
}
