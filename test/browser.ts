import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { browserNames } from '../binder/browser.mjs';
import { browserPath, launchBrowser } from '../handouts/browser.ts';

export { launchBrowser };

const reason = `no browser: none of ${browserNames.join(', ')} is on the PATH, and CHROMIUM names none`;

/**
 * Tests that need a browser, which `tests` is given a way to reach.
 * Without one they are skipped, and the title says why; with CI=true that is a failure.
 *
 * @example
 * describeInBrowser('the index', browser => {
 *   test('opens', async () => { const page = await browser().newPage(); … });
 * });
 */
export function describeInBrowser(title: string, tests: (browser: () => Browser) => void): void {
  if (browserPath === undefined) {
    const run = process.env.CI === 'true' ? test : test.skip;
    run(`${title} (${reason})`, () => {
      throw new Error(reason);
    });
    return;
  }
  describe(title, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(() => browser?.close());
    tests(() => browser);
  });
}
