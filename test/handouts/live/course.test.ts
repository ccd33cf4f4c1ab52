import { basename } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../binder/jupyter.mjs';
import { buildHandout } from '../../../handouts/build.ts';
import { courseNotebooks } from '../../../handouts/course.ts';
import type { Shelf } from '../../../handouts/shelf.ts';
import { describeInBrowser } from '../../browser.ts';
import { hasFirefox, launchFirefox } from '../../firefox.ts';
import { LivePage } from './LivePage.ts';

const notebooks = courseNotebooks();
const shelf: Shelf = { folder: `${root}.cache/pages`, notebooks, selected: notebooks };
const timeout = 600_000;

function everyOutputIsTheKernels(browser: () => Browser, options: object): void {
  test.each(notebooks.map(path => [basename(path), path]))('%s', { timeout }, async (_, notebook) => {
    const { path, bytes } = await buildHandout(notebook, shelf);
    expect(bytes).toBeLessThan(2_500_000);
    const live = await LivePage.open(browser(), path, options);
    const [identical, outputs] = (await live.verify(timeout)).split('/');
    expect(identical, (await live.status().textContent())!).toBe(outputs);
    expect(live.trouble).toEqual([]);
    await live.close();
  });
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
