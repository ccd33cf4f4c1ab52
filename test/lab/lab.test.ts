import { copyFileSync, mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { root } from '../../binder/jupyter.mjs';
import type { CodeCell } from '../../handouts/notebook.ts';
import { readNotebook } from '../../handouts/readNotebook.ts';
import { describeInBrowser } from '../browser.ts';
import { startJupyterLab, type JupyterLab } from './jupyterLab.ts';

const name = '04-zero-out-verification.ipynb';
const build = `${root}test/lab/build`;
/** A copy, because JupyterLab saves what it runs; not trusted, as after a fresh clone. */
const copy = `test/lab/build/${name}`;

const codeCells = (): CodeCell[] => readNotebook(root + copy).cells.filter(cell => cell.cell_type === 'code');

describeInBrowser('JupyterLab', browser => {
  let lab: JupyterLab;
  beforeAll(async () => {
    mkdirSync(build, { recursive: true });
    copyFileSync(`${root}notebooks/${name}`, root + copy);
    lab = await startJupyterLab();
  });
  afterAll(() => lab?.stop());

  describe('notebook 4 after "Run All Cells"', () => {
    let page: Page;
    const requests: string[] = [];
    const errors: string[] = [];
    beforeAll(async () => {
      page = await browser().newPage({ viewport: { width: 1400, height: 1000 } });
      page.on('request', request => requests.push(request.url()));
      page.on('console', message => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', error => errors.push(error.message));
      await page.goto(lab.url(copy));
      await page.locator('.jp-Notebook .jp-Cell').first().waitFor();
      await page.getByText('TypeScript (tslab) | Idle').waitFor({ timeout: 60_000 });
      await page.getByRole('menuitem', { name: 'Run', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Run All Cells', exact: true }).click();
      await vi.waitFor(() => finished(page), { timeout: 200_000, interval: 2000 });
    }, 300_000);

    test('every code cell has its number, in order, and no output is an error', () => {
      expect(codeCells().map(cell => cell.execution_count)).toEqual(codeCells().map((_, k) => k + 1));
      const outputs = codeCells().flatMap(cell => cell.outputs);
      expect(outputs).not.toEqual([]);
      expect(outputs.filter(output => output.output_type === 'error')).toEqual([]);
    });

    test('the page shows matrices, marked tables, sentences and a drawn figure', async () => {
      await expectVisible(page, 'table', 'text=/-0\\.7598376/');
      await expectVisible(page, 'figure', '.dropout-figure-plot .main-svg .scatterlayer path.js-line');
    });

    test('the saved notebook holds a picture of the figure that was drawn', async () => {
      const html = () =>
        codeCells().flatMap(({ outputs }) =>
          outputs.flatMap(output =>
            'data' in output ? [output.data['text/html'] ?? ''].flat().join('') : [],
          ),
        );
      await vi.waitFor(
        async () => {
          await page.keyboard.press('Control+s');
          await page.waitForTimeout(1000);
          const [picture] = html().flatMap(
            text =>
              /<img alt="" width="\d+" src="data:image\/webp;base64,([^"]+)"><\/div>/.exec(text)?.[1] ?? [],
          );
          expect(Buffer.from(picture!, 'base64').length).toBeGreaterThan(5000);
        },
        { timeout: 30_000 },
      );
    });

    test('no request leaves the machine and the console shows no error', () => {
      expect(requests.filter(url => !/^(http|ws):\/\/127\.0\.0\.1:|^(data|blob):/.test(url))).toEqual([]);
      expect(errors).toEqual([]);
    });
  });
});

/** Throws until the kernel is idle and the saved notebook has a number on every code cell. */
async function finished(page: Page): Promise<void> {
  await page.getByText('TypeScript (tslab) | Idle').waitFor({ timeout: 1000 });
  await page.keyboard.press('Control+s');
  await page.waitForTimeout(1000);
  expect(codeCells().map(cell => cell.execution_count)).not.toContain(null);
}

/** Scrolls the notebook until `selector` is visible: JupyterLab keeps only the cells in view in the page. */
async function expectVisible(page: Page, what: string, selector: string): Promise<void> {
  const panel = page.locator('.jp-WindowedPanel-outer').first();
  const target = page.locator('.jp-Notebook').locator(selector).first();
  await panel.evaluate(element => element.scrollTo(0, 0));
  for (let screen = 0; screen < 60; screen++) {
    await page.waitForTimeout(150);
    if (await target.isVisible()) {
      await target.scrollIntoViewIfNeeded();
      // Cells that come into view are drawn one after the other and push each other about.
      await page.waitForTimeout(1000);
      if (await target.isVisible()) {
        await page.screenshot({ path: `${build}/${what}.png` });
        return;
      }
    }
    await panel.evaluate(element => element.scrollBy(0, 500));
  }
  throw new Error(`${what}: nothing visible matches ${selector}`);
}
