import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readNotebook } from '../../../handouts/readNotebook.ts';
import { text } from '../../../handouts/notebook.ts';
import { describeInBrowser } from '../../browser.ts';
import { hasFirefox, launchFirefox } from '../../firefox.ts';
import { builtPage, shelf } from '../builtPage.ts';
import { temporaryFolder } from '../notebookOf.ts';
import { LivePage } from './LivePage.ts';

const timeout = 120_000;
const notebook = shelf.notebooks.find(path => path.includes('04-zero-out-verification'))!;
const given = readNotebook(notebook).cells.find(({ id }) => id === 'data')!;

/** What the page hands to the browser for saving: Firefox tells its driver nothing of a download. */
async function savedPage(live: LivePage): Promise<string> {
  await live.page.evaluate(() => {
    const { URL } = globalThis as any;
    const { createObjectURL } = URL;
    (globalThis as any).saved = new Promise(resolve => {
      URL.createObjectURL = (blob: any) => {
        resolve(blob.text());
        return createObjectURL.call(URL, blob);
      };
    });
  });
  await live.button('Save this page').click();
  return live.page.evaluate(() => (globalThis as any).saved as Promise<string>);
}

/** What a student does who has nothing but the file of notebook 4. */
function worksFromAStick(browser: () => Browser, options: object): void {
  test.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)('at %i pixels, %s', { timeout }, async (width, colorScheme) => {
    const stick = join(temporaryFolder(), 'USB stick');
    mkdirSync(stick);
    copyFileSync(await builtPage(notebook), join(stick, '04.html'));
    const how = { ...options, viewport: { width, height: 800 }, colorScheme };

    const live = await LivePage.open(browser(), join(stick, '04.html'), how);
    await live.write('data', text(given.source).replace('[1, 1, 0, 1]', '[1, 0, 0, 1]'));
    await live.write(
      'frozen-parameters',
      'function frozenParameters(mask: number[]) { return 4 * mask.filter(kept => !kept).length; }',
    );
    await live.runAll();
    expect((await live.ended('frozen')).text).toMatch(/^8 of 17 parameters are frozen/);
    expect((await live.ended('check-frozen-parameters')).text).toMatch(/^✔ Right/);
    writeFileSync(join(stick, 'mine.html'), await savedPage(live));
    await live.close();

    const again = await LivePage.open(browser(), join(stick, 'mine.html'), how);
    for (const id of ['data', 'frozen-parameters']) {
      expect(await again.cell(id).getAttribute('data-edited'), id).not.toBeNull();
      await again.cell(id).getByRole('button', { name: 'Reset' }).click();
    }
    const [identical, outputs] = (await again.verify(timeout)).split('/');
    expect(identical, (await again.status().textContent())!).toBe(outputs);
    await again.close();
  });
}

describeInBrowser('a page from a USB stick is run, changed, solved, saved and verified', browser => {
  worksFromAStick(browser, { offline: true });
});

describe.runIf(hasFirefox)('so it is in Firefox', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchFirefox();
  });
  afterAll(() => browser?.close());
  worksFromAStick(() => browser, {});
});
