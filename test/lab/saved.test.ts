import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { root } from '../../binder/jupyter.mjs';
import { courseNotebooks } from '../../handouts/course.ts';
import { describeInBrowser } from '../browser.ts';
import { startJupyterLab, type JupyterLab } from './jupyterLab.ts';

describeInBrowser('opening a notebook of the course in JupyterLab and saving it', browser => {
  let lab: JupyterLab;
  beforeAll(async () => {
    mkdirSync(`${root}test/lab/build`, { recursive: true });
    lab = await startJupyterLab();
  });
  afterAll(() => lab?.stop());

  // All have the same metadata, and the ids and the text of their cells come back as they are: two will do.
  test.each(
    courseNotebooks()
      .slice(4, 6)
      .map(path => [basename(path), path]),
  )('changes no byte: %s', async (name, path) => {
    const copy = `test/lab/build/saved-${name}`;
    copyFileSync(path, root + copy);
    const saved = vi.fn<() => void>();
    const context = await browser().newContext();
    const page = await context.newPage();
    page.on('response', response => {
      if (response.request().method() === 'PUT' && response.url().includes(copy) && response.ok()) saved();
    });
    await page.goto(lab.url(copy));
    await page.getByText('TypeScript (tslab) | Idle').waitFor({ timeout: 60_000 });
    await page.locator('.jp-NotebookPanel .jp-Cell').filter({ visible: true }).first().click();
    // A page that is still busy may lose a key.
    for (let tries = 0; tries < 10 && saved.mock.calls.length === 0; tries++) {
      await page.keyboard.press('Control+s');
      await vi.waitFor(() => expect(saved).toHaveBeenCalled(), { timeout: 6_000 }).catch(() => {});
    }
    expect(saved).toHaveBeenCalledOnce();
    expect(readFileSync(root + copy, 'utf8')).toBe(readFileSync(path, 'utf8'));
    await context.close();
  });
});
