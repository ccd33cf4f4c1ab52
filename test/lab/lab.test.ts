import { copyFileSync, mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { root } from '../../binder/jupyter.mjs';
import { readNotebook, text } from '../../handouts/notebook.ts';
import { describeInBrowser } from '../browser.ts';
import { startJupyterLab, type JupyterLab } from './jupyterLab.ts';

const name = '04-zero-out-verification.ipynb';
/** A copy, because JupyterLab saves what it runs. */
const copy = `test/lab/build/${name}`;

describeInBrowser('JupyterLab', browser => {
  let lab: JupyterLab;
  beforeAll(async () => {
    mkdirSync(`${root}test/lab/build`, { recursive: true });
    copyFileSync(`${root}notebooks/${name}`, root + copy);
    lab = await startJupyterLab();
  }, 60_000);
  afterAll(() => lab?.stop());

  describe('a notebook opened from a fresh clone', () => {
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
      await page.getByRole('menuitem', { name: 'Run', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Run All Cells', exact: true }).click();
      await expect.poll(() => unfinished(page), { timeout: 120_000, interval: 500 }).toBe(0);
    }, 180_000);

    test('runs top to bottom with "Run All": every code cell has its number, none an error', async () => {
      const cells = readNotebook(root + copy).cells.filter(cell => cell.cell_type === 'code');
      const prompts = await promptNumbers(page);
      expect(prompts).toEqual(cells.map((_, k) => k + 1));
    });

    test('nothing is asked of any other machine, and the console has no error', () => {
      expect(requests.filter(url => !/^(http|ws):\/\/127\.0\.0\.1:|^(data|blob):/.test(url))).toEqual([]);
      expect(errors).toEqual([]);
    });
  });
});
