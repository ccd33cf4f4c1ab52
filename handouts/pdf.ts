import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browserNames } from '../binder/browser.mjs';
import { browserPath, launchBrowser } from './browser.ts';

/**
 * Prints the pages of `notebooks` that stand in `folder` as PDF beside them: tagged, with bookmarks and page numbers.
 *
 * @returns the paths of the files written.
 * @throws an Error saying what to install where the machine has no browser.
 */
export async function printPages(folder: string, notebooks: readonly string[]): Promise<string[]> {
  if (browserPath === undefined) {
    throw new Error(
      `PDF files are printed by a browser, and none of ${browserNames.join(', ')} is on the PATH`,
    );
  }
  const browser = await launchBrowser();
  try {
    const written: string[] = [];
    for (const notebook of notebooks) {
      const page = await browser.newPage();
      const path = join(folder, basename(notebook, '.ipynb'));
      await page.goto(pathToFileURL(`${path}.html`).href);
      await page.waitForFunction(
        `[...document.querySelectorAll('.dropout-figure-plot')].every(plot => plot.querySelector('svg'))`,
      );
      await page.pdf({ path: `${path}.pdf`, preferCSSPageSize: true, tagged: true, outline: true });
      await page.close();
      written.push(`${path}.pdf`);
    }
    return written;
  } finally {
    await browser.close();
  }
}
