import { copyFileSync, readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { describeInBrowser } from '../../browser.ts';
import { notebookOf } from '../notebookOf.ts';
import { LivePage, pageOf } from './LivePage.ts';

const notebook = notebookOf({
  title: 'md:# Behavior\n\nA formula $x^2$.',
  one: "import { sweep, lectureExperiment } from 'dropout-lab';\nconst a: number = 1;\nconsole.log('one', a);",
  two: "console.log('two', a + 1);",
  three: "console.log('three', a + 2);",
  part: 'md:## Exercises',
  stub: { source: 'const answer: number | undefined = undefined;', tags: ['exercise'] },
  last: "console.log('last');",
});

async function obstacles(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.html} ${node.failureSummary}`),
  );
}

async function download(live: LivePage, name: string): Promise<{ path: string; file: string }> {
  const [saved] = await Promise.all([live.page.waitForEvent('download'), live.button(name).click()]);
  return { path: await saved.path(), file: saved.suggestedFilename() };
}

describeInBrowser('a page that runs', browser => {
  let path: string;
  beforeAll(async () => {
    path = await pageOf(notebook, 'behavior');
  }, 300_000);
  const open = () => LivePage.open(browser(), path, { offline: true });

  test('runs first what stands above a cell and has not run', async () => {
    const live = await open();
    await live.cell('two').getByRole('button', { name: 'Run' }).click();
    expect((await live.ended('two')).text).toBe('two 2');
    expect((await live.ended('one')).text).toBe('one 1');
    expect(await live.cell('three').getAttribute('data-state')).toBeNull();
    await live.run('one', 'const a = 10; console.log(a)');
    await live.cell('three').getByRole('button', { name: 'Run' }).click();
    expect((await live.ended('three')).text).toBe('three 12');
    expect((await live.ended('two')).text, 'what ran is not run again').toBe('two 2');
    expect(live.trouble).toEqual([]);
    await live.close();
  });

  test('stops at an error, says where, and goes on after it was mended', async () => {
    const live = await open();
    await live.write('two', 'throw new Error("broken")');
    await live.runAll();
    expect(await live.page.locator('html').getAttribute('data-live')).toBe('failed');
    expect(await live.status().textContent()).toContain('An error in cell 2');
    expect(await live.cell('three').getAttribute('data-state')).toBe('');
    await live.cell('two').getByRole('button', { name: 'Reset' }).click();
    await live.runAll();
    expect(await live.status().textContent()).toBe('5 cells have run.');
    await live.close();
  });

  test('stops a sweep at once and keeps what ran', async () => {
    const live = await open();
    await live.cell('one').getByRole('button', { name: 'Run' }).click();
    await live.ended('one');
    const source = 'await sweep({ seeds: 100000, settings: { a: lectureExperiment() } });';
    await live.write('two', source);
    await live.cell('two').locator('.cm-content').press('Control+Enter');
    await live.cell('two').locator('progress').waitFor();
    const [state, ms] = await live.stop('two');
    expect(state).toBe('stopped');
    // On a quiet machine it is less than 50.
    expect(ms).toBeLessThan(1500);
    expect((await live.run('two', 'a + 1')).text).toBe('2');
    await live.close();
  });

  test('stops a training within an epoch of seeing the stop, and keeps its weights', async () => {
    const live = await open();
    const source = `
      import { dense, fit, sequential, sgd } from 'dropout-lab/engine';
      const { stop } = globalThis[Symbol.for('dropout-lab.host')];
      const model = sequential([dense({ units: 1 })], { inputDim: 1, seed: 1 });
      let [epochs, late] = [0, 0];
      const count = { onEpochEnd() { epochs++; late += stop.aborted; } };
      console.log('begins');
      await fit(model, [[1], [2]], [1, 2], { loss: 'meanSquaredError', optimizer: sgd(), epochs: 1e9, callbacks: [count] });`;
    await live.write('two', source);
    await live.cell('two').locator('.cm-content').press('Control+Enter');
    await live.cell('two').getByText('begins', { exact: true }).waitFor();
    const [state, ms] = await live.stop('two');
    expect(state).toBe('stopped');
    expect(ms).toBeLessThan(1500);
    const [more, after, weights] = (
      await live.run('two', '[epochs > 0, late, model.getWeights()[0].data[0] !== 0].join()')
    ).text.split(',');
    expect([more, weights]).toEqual(['true', 'true']);
    expect(Number(after)).toBeLessThanOrEqual(1);
    const counted = (await live.run('two', 'epochs')).text;
    expect((await live.run('two', 'epochs')).text, 'nothing goes on').toBe(counted);
    await live.close();
  });

  test('ends an endless loop, says that everything is gone, and starts over', async () => {
    const live = await open();
    await live.write('two', 'while (true) {}');
    await live.cell('two').locator('.cm-content').press('Control+Enter');
    await live.page.waitForSelector('[id="cell-id=two"][data-state=running]');
    const [state, ms] = await live.stop('two');
    expect(state).toBe('lost');
    // 1.5 s of patience, and a busy machine.
    expect(ms).toBeLessThan(10_000);
    expect(await live.status().textContent()).toContain('everything that ran before is gone');
    expect((await live.run('two', 'a')).text).toBe('1');
    expect((await live.ended('one')).text).toBe('one 1');
    await live.close();
  });

  test('keeps edits over a reload, and gives the code of the course back', async () => {
    const live = await open();
    await live.write('two', 'console.log("mine")');
    await live.page.keyboard.press('Escape');
    expect(await live.page.evaluate('document.activeElement.textContent')).toBe('Run');
    await live.page.reload();
    await live.page.waitForSelector('[id="cell-id=two"][data-edited]');
    expect(await live.cell('two').locator('pre').first().textContent()).toBe('console.log("mine")');
    await live.cell('two').getByRole('button', { name: 'Reset' }).click();
    await live.page.reload();
    await live.page.waitForSelector('html[data-live]');
    expect(await live.cell('two').getAttribute('data-edited')).toBeNull();
    await live.close();
  });

  test('saves a notebook, and a page that opens with the edits and runs', async () => {
    const live = await open();
    await live.write('two', 'console.log("<mine>", a)');
    await live.runAll();
    const ipynb = await download(live, 'Save as notebook');
    expect(ipynb.file).toBe('behavior.ipynb');
    const { cells, nbformat } = JSON.parse(readFileSync(ipynb.path, 'utf8')) as typeof notebook;
    expect(nbformat).toBe(4);
    expect(cells.find(({ id }) => id === 'two')).toMatchObject({
      source: 'console.log("<mine>", a)',
      outputs: [],
      execution_count: null,
    });
    const page = await download(live, 'Save this page');
    expect(page.file).toBe('behavior.html');
    const copy = `${path.slice(0, -5)}-copy.html`;
    copyFileSync(page.path, copy);
    await live.close();

    const again = await LivePage.open(browser(), copy, { offline: true });
    expect(await again.cell('two').locator('pre').first().textContent()).toBe('console.log("<mine>", a)');
    await again.runAll();
    expect((await again.ended('two')).text).toBe('<mine> 1');
    expect(again.trouble).toEqual([]);
    await again.close();
  });

  test('restarts', async () => {
    const live = await open();
    await live.runAll();
    await live.button('Restart').click();
    await live.page.waitForSelector('html[data-live=idle]');
    await live.write('one', '1');
    expect((await live.run('two', 'typeof a')).text).toBe('undefined');
    await live.close();
  });

  test('is for keyboards and screen readers, in light and dark, on a phone', async () => {
    const live = await open();
    const { page } = live;
    await live.cell('two').getByRole('button', { name: 'Edit' }).click();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent'), 'Tab leaves an editor').toBe('Run');
    await live.write('three', 'throw new Error("x")');
    await live.runAll();
    expect(await obstacles(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await obstacles(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await live.button('Stop').waitFor();
    await page.setViewportSize({ width: 1280, height: 900 });

    // Every stop of Tab, from the head of the page to its foot and no further.
    await page.evaluate("document.querySelector('.skip').focus()");
    const stops: string[] = [];
    for (let k = 0; k < 60; k++) {
      await page.keyboard.press('Tab');
      const name = (await page.evaluate(
        'document.activeElement === document.body ? "" : document.activeElement.ariaLabel || document.activeElement.textContent',
      )) as string;
      if (!name) break;
      stops.push(name.trim());
    }
    expect(stops).toEqual(
      expect.arrayContaining(['Run all', 'Stop', 'Restart', 'Save this page', 'Code of cell 3']),
    );
    expect(stops.filter(name => name === 'Run')).toHaveLength(5);
    await live.close();
  });

  test('without scripts it reads and prints, without a button that does nothing', async () => {
    const context = await browser().newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`file://${path}`);
    expect(await page.locator('.highlight').count()).toBe(5);
    expect(await page.locator('button').count()).toBe(0);
    await context.close();
  });
});
