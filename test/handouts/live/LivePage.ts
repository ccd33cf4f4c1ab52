import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { root } from '../../../binder/jupyter.mjs';
import type { Notebook } from '../../../handouts/notebook.ts';
import { render } from '../../../handouts/render.ts';

/** What a cell did: its outputs as text, and how it ended. */
export interface Result {
  state: string;
  text: string;
}

/** Writes the page of a notebook, as it is: not executed. */
export async function pageOf(notebook: Notebook, name: string): Promise<string> {
  const folder = `${root}.cache/live-tests`;
  mkdirSync(folder, { recursive: true });
  const [html] = await render(`/nowhere/${name}.ipynb`, notebook, { folder, notebooks: [], selected: [] });
  const path = `${folder}/${name}.html`;
  writeFileSync(path, html!);
  return path;
}

/** A page that runs, open in a browser. */
export class LivePage {
  /** What the browser complained of. */
  readonly trouble: string[] = [];

  private constructor(readonly page: Page) {
    page.on('console', message => this.trouble.push(message.text()));
    page.on('pageerror', error => this.trouble.push(String(error)));
  }

  static async open(browser: Browser, path: string, options: object = {}): Promise<LivePage> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const live = new LivePage(await context.newPage());
    await live.page.goto(pathToFileURL(path).href);
    await live.page.waitForSelector('html[data-live=idle]');
    return live;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  cell(id: string): Locator {
    return this.page.locator(`[id="cell-id=${id}"]`);
  }

  status(): Locator {
    return this.page.locator('.live-status');
  }

  /** Puts code into a cell's editor. */
  async write(id: string, source: string): Promise<void> {
    const cell = this.cell(id);
    const editor = cell.locator('.cm-content');
    if ((await editor.count()) === 0) await cell.getByRole('button', { name: 'Edit' }).click();
    await editor.fill(source);
  }

  /** Writes code into a cell, runs it to its end and tells what it did. */
  async run(id: string, source: string): Promise<Result> {
    await this.write(id, source);
    await this.cell(id).locator('.cm-content').press('Control+Enter');
    return this.ended(id);
  }

  /** Stops the running cell: how it ended, and how many ms after the click, as the page itself saw it. */
  stop(id: string): Promise<[state: string, ms: number]> {
    return this.button('Stop').evaluate((button: any, cellId) => {
      const page = button.ownerDocument;
      const cell = page.getElementById(`cell-id=${cellId}`);
      const { performance, MutationObserver } = page.defaultView;
      return new Promise(resolve => {
        const since = performance.now();
        new MutationObserver(() => resolve([cell.dataset.state, performance.now() - since])).observe(cell, {
          attributeFilter: ['data-state'],
        });
        button.click();
      });
    }, id);
  }

  /** What a cell did, once it has ended. */
  async ended(id: string, timeout = 60_000): Promise<Result> {
    const cell = this.page.locator(
      `[id="cell-id=${id}"]:is([data-state=ok],[data-state=error],[data-state=stopped],[data-state=lost])`,
    );
    await cell.waitFor({ timeout });
    const parts = await cell.locator('.outputs > *').allTextContents();
    return { state: (await cell.getAttribute('data-state'))!, text: parts.join('\n').trimEnd() };
  }

  async runAll(timeout = 300_000): Promise<void> {
    await this.button('Run all').click();
    await this.page.waitForSelector('html:is([data-live=ready], [data-live=failed])', { timeout });
  }

  async verify(timeout = 300_000): Promise<string> {
    await this.button('Verify').click();
    await this.page.waitForSelector('html[data-verified]', { timeout });
    return (await this.page.locator('html').getAttribute('data-verified'))!;
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
