import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeInBrowser } from '../../browser.ts';
import { hasFirefox, launchFirefox } from '../../firefox.ts';
import { builtPage, shelf } from '../builtPage.ts';
import { LivePage } from './LivePage.ts';

const timeout = 600_000;

function everyOutputIsTheKernels(browser: () => Browser, options: object): void {
  // Backward, while test/handouts/pages.test.ts builds forward.
  test.each(shelf.notebooks.toReversed().map(path => [basename(path), path]))(
    '%s',
    { timeout },
    async (_, notebook) => {
      const path = await builtPage(notebook);
      expect(statSync(path).size).toBeLessThan(2_500_000);
      const live = await LivePage.open(browser(), path, options);
      const [identical, outputs] = (await live.verify(timeout)).split('/');
      expect(identical, (await live.status().textContent())!).toBe(outputs);
      expect(live.trouble).toEqual([]);
      await live.close();
    },
  );
}

describeInBrowser('every output of the course is the kernel’s in a page', browser => {
  everyOutputIsTheKernels(browser, { offline: true });
});

describe.runIf(hasFirefox)('every output of the course is the kernel’s in a page of Firefox', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchFirefox();
  });
  afterAll(() => browser?.close());
  everyOutputIsTheKernels(() => browser, {});
});
