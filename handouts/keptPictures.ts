import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { workspace } from '../binder/jupyter.mjs';
import { browserPath, launchBrowser } from './browser.ts';

/** How the machine's browser makes a picture. */
export interface Drawing<Item> {
  /** What its file's name ends with. */
  readonly ending: string;
  /** What a page needs before it draws. */
  readonly script: () => string | Promise<string>;
  readonly draw: (page: Page, item: Item) => Promise<string>;
}

/**
 * Markup of pictures by the key of what they show. Each is drawn once (`.cache/pictures`); those that are missing when
 * there is no browser are left out.
 */
export async function keptPictures<Item extends { readonly key: string }>(
  items: readonly Item[],
  { ending, script, draw }: Drawing<Item>,
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const folder = `${workspace}.cache/pictures/`;
  const fileOf = ({ key }: Item) => `${folder}${key}.${ending}`;
  mkdirSync(folder, { recursive: true });
  const missing = items.filter(item => !existsSync(fileOf(item)));
  if (missing.length > 0 && browserPath !== undefined) {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ path: await script() });
      for (const item of missing) {
        signal?.throwIfAborted();
        const aside = `${folder}${item.key}.${process.pid}`;
        writeFileSync(aside, await draw(page, item));
        renameSync(aside, fileOf(item));
      }
    } finally {
      await browser.close();
    }
  }
  const there = items.filter(item => existsSync(fileOf(item)));
  return new Map(there.map(item => [item.key, readFileSync(fileOf(item), 'utf8')]));
}
