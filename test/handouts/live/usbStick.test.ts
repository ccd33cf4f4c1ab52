import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { describeInBrowser } from '../../browser.ts';
import { hasFirefox, launchFirefox } from '../../firefox.ts';
import { LivePage } from './LivePage.ts';
import { edits, shown, stickWithPage } from './stick.ts';

const timeout = 120_000;
const looks: readonly (readonly [width: number, colorScheme: 'light' | 'dark'])[] = [
  [1280, 'light'],
  [390, 'dark'],
];
const dark = 'matchMedia("(prefers-color-scheme: dark)").matches';

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
async function worksFromAStick(
  browser: Browser,
  [width, colorScheme]: (typeof looks)[number],
  options: object,
): Promise<void> {
  const stick = await stickWithPage();
  const how = { ...options, colorScheme, viewport: { width, height: 800 } };

  const live = await LivePage.open(browser, join(stick, '04.html'), how);
  expect(await live.page.evaluate(dark)).toBe(colorScheme === 'dark');
  for (const [id, source] of Object.entries(edits)) await live.write(id, source);
  await live.runAll();
  for (const [id, words] of Object.entries(shown)) expect((await live.ended(id)).text).toMatch(words);
  writeFileSync(join(stick, 'mine.html'), await savedPage(live));
  await live.close();

  const again = await LivePage.open(browser, join(stick, 'mine.html'), how);
  for (const id of Object.keys(edits)) {
    expect(await again.cell(id).getAttribute('data-edited'), id).not.toBeNull();
    await again.cell(id).getByRole('button', { name: 'Reset' }).click();
  }
  const [identical, outputs] = (await again.verify(timeout)).split('/');
  expect(identical, (await again.status().textContent())!).toBe(outputs);
  await again.close();
}

describeInBrowser('a page from a USB stick is run, changed, solved, saved and verified', browser => {
  test.each(looks)('at %i pixels, %s', { timeout }, (...look) =>
    worksFromAStick(browser(), look, { offline: true }),
  );
});

describe.runIf(hasFirefox)('so it is in Firefox', () => {
  test.each(looks)('at %i pixels, %s', { timeout }, async (...look) => {
    const browser = await launchFirefox(look[1]);
    await worksFromAStick(browser, look, {}).finally(() => browser.close());
  });
});
