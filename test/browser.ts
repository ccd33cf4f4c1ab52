import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { browserNames, declined } from '../binder/browser.mjs';
import { browserPath, launchBrowser } from '../handouts/browser.ts';

export { launchBrowser };

const reason = declined
  ? 'CHROMIUM=none'
  : `no browser (none of ${browserNames.join(', ')} is on the PATH, and CHROMIUM names none)`;

/**
 * Tests that need a browser, which `tests` is given a way to reach.
 * Without one they are skipped, and the end of the run says why; with CI=true that is a failure.
 *
 * @example
 * describeInBrowser('the index', browser => {
 *   test('opens', async () => { const page = await browser().newPage(); … });
 * });
 */
export function describeInBrowser(title: string, tests: (browser: () => Browser) => void): void {
  if (browserPath === undefined) {
    test(title, context => {
      if (process.env.CI === 'true' && !declined) throw new Error(reason);
      context.skip(reason);
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
