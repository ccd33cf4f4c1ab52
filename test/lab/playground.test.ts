import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';
import { playground } from '../../lib/src/notebook/playground.ts';
import { playgroundBundle } from '../../lib/src/notebook/playgroundBundle.ts';
import { unitPlayground } from '../../lib/src/notebook/unitPlayground.ts';
import { describeInBrowser } from '../browser.ts';
import { type JupyterLab, startJupyterLab } from './jupyterLab.ts';

describeInBrowser('a playground in a saved notebook that is not trusted', browser => {
  let lab: JupyterLab;
  const notebook = 'test/lab/build/playground.ipynb';

  beforeAll(async () => {
    mkdirSync(`${root}test/lab/build`, { recursive: true });
    const cells = [playground({ epochs: 20, width: 16 }), unitPlayground()].map((shown, k) => ({
      cell_type: 'code',
      id: `play-${k}`,
      metadata: {},
      execution_count: 1,
      outputs: [{ output_type: 'display_data', metadata: {}, data: playgroundBundle(shown) }],
      source: '',
    }));
    const kernelspec = { name: 'tslab', display_name: 'TypeScript (tslab)', language: 'typescript' };
    const content = { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
    writeFileSync(root + notebook, JSON.stringify(content));
    lab = await startJupyterLab();
  }, 200_000);
  afterAll(() => lab?.stop());

  describe.each([
    ['JupyterLab', 'lab/tree'],
    ['Notebook 7', 'notebooks'],
  ] as const)('in %s', (_, place) => {
    let page: Page;
    beforeAll(async () => {
      page = await (await browser().newContext({ viewport: { width: 1300, height: 1000 } })).newPage();
      await page.goto(lab.url(notebook, place));
    });
    afterAll(() => page?.context().close());

    test('trains, and its sliders keep the arrow keys', async () => {
      const accuracy = page.locator('.dropout-playground-result strong').first();
      await accuracy.waitFor({ timeout: 120_000 });
      const before = await accuracy.textContent();
      const noise = page.getByRole('slider', { name: 'Wrong labels' });
      await noise.focus();
      for (let k = 0; k < 6; k++) await page.keyboard.press('ArrowRight');
      expect(await noise.getAttribute('aria-valuetext')).toBe('50 %');
      await expect.poll(() => accuracy.textContent()).not.toBe(before);
    });

    test('computes a unit, and its choice keeps the arrow keys', async () => {
      const result = page.locator('.dropout-playground-result').last();
      await expect.poll(() => result.textContent()).toContain('penalty: 7.00');
      await page.getByRole('combobox', { name: 'Scaling' }).focus();
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => result.textContent()).toContain('penalty: 28.00');
    });
  });
});
