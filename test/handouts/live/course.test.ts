import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeInBrowser } from '../../browser.ts';
import { hasFirefox, launchFirefox } from '../../firefox.ts';
import { builtPage, shelf } from '../builtPage.ts';
import { LivePage } from './LivePage.ts';

const timeout = 600_000;

/** They train for long; `THOROUGH=1 npm test` has Firefox verify them, too. */
const long = /02-ensemble|08-optimal-rate|10-model|13-digits|14-seen-once/;

function everyOutputIsTheKernels(
  browser: () => Browser,
  notebooks: readonly string[],
  options: object,
): void {
  // Backward, while test/handouts/pages.test.ts builds forward.
  test.each(notebooks.toReversed().map(path => [basename(path), path]))(
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
  everyOutputIsTheKernels(browser, shelf.notebooks, { offline: true });
});

describe.runIf(hasFirefox)('every output of the course is the kernel’s in a page of Firefox', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchFirefox();
  });
  afterAll(() => browser?.close());
  const notebooks = shelf.notebooks.filter(path => process.env.THOROUGH || !long.test(path));
  everyOutputIsTheKernels(() => browser, notebooks, {});
});
