import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { noWebKit, WebKit } from '../../webkit.ts';
import { edits, shown, stickWithPage } from './stick.ts';

const timeout = 600_000;

/** A living page in WebKit, which has no accessible names to offer its driver. */
class WebKitPage {
  constructor(
    private readonly webkit: WebKit,
    private readonly width: number,
  ) {}

  async open(path: string): Promise<void> {
    await this.webkit.goto(pathToFileURL(path).href, this.width);
    await this.seen('document.documentElement.dataset.live').toBe('idle');
  }

  seen(expression: string) {
    return expect.poll(() => this.webkit.evaluate(expression), { timeout, interval: 200 });
  }

  press(name: string, within = '#live-bar'): Promise<unknown> {
    return this.webkit.evaluate(
      `[...document.querySelectorAll(${JSON.stringify(`${within} button`)})].find(button => button.textContent === '${name}').click()`,
    );
  }

  async write(id: string, source: string): Promise<void> {
    const content = `document.querySelector('${cell(id)} .cm-content')`;
    await this.press('Edit', cell(id));
    await this.seen(`!!${content}`).toBe(true);
    await this.webkit.evaluate(`${content}.focus()`);
    await this.webkit.evaluate(`getSelection().selectAllChildren(${content})`);
    await this.webkit.evaluate('new Promise(requestAnimationFrame)');
    await this.webkit.evaluate(`document.execCommand('insertText', false, ${JSON.stringify(source)})`);
  }

  async runAll(): Promise<void> {
    await this.press('Run all');
    await this.seen('document.documentElement.dataset.live').toMatch(/^(ready|failed)$/);
  }

  /** What the page hands to the browser for saving. */
  async saved(): Promise<string> {
    await this.webkit.evaluate(`void (URL.createObjectURL = blob => {
      blob.text().then(text => (window.savedPage = text));
      return '#';
    })`);
    await this.press('Save this page');
    await this.seen('!!window.savedPage').toBe(true);
    return (await this.webkit.evaluate('window.savedPage')) as string;
  }

  async expectVerified(): Promise<void> {
    await this.press('Verify');
    await this.seen('document.documentElement.dataset.verified ?? ""').toMatch(/\d/);
    const verified = (await this.webkit.evaluate('document.documentElement.dataset.verified')) as string;
    const [identical, outputs] = verified.split('/');
    const status = (await this.webkit.evaluate(
      'document.querySelector(".live-status").textContent',
    )) as string;
    expect(Number(outputs)).toBeGreaterThan(10);
    expect(identical, status).toBe(outputs);
  }
}

function cell(id: string): string {
  return `[id="cell-id=${id}"]`;
}

test.for([
  [1280, 'light'],
  [390, 'dark'],
] as const)(
  'a page from a USB stick is run, changed, solved, saved and verified in WebKit: at %s pixels, %s',
  { timeout },
  async ([width, colorScheme], context) => {
    if (noWebKit) return context.skip(noWebKit);
    const stick = await stickWithPage();
    const webkit = await WebKit.launch(colorScheme);
    const page = new WebKitPage(webkit, width);
    try {
      await page.open(join(stick, '04.html'));
      expect(await webkit.evaluate('innerWidth')).toBe(width);
      expect(await webkit.evaluate('matchMedia("(prefers-color-scheme: dark)").matches')).toBe(
        colorScheme === 'dark',
      );
      for (const [id, source] of Object.entries(edits)) await page.write(id, source);
      await page.runAll();
      for (const [id, words] of Object.entries(shown))
        expect(
          await webkit.evaluate(`document.querySelector('${cell(id)} .outputs').textContent.trim()`),
        ).toMatch(words);
      writeFileSync(join(stick, 'mine.html'), await page.saved());

      await page.open(join(stick, 'mine.html'));
      for (const id of Object.keys(edits)) {
        expect(
          await webkit.evaluate(`document.querySelector('${cell(id)}').dataset.edited !== undefined`),
          id,
        ).toBe(true);
        await page.press('Reset', cell(id));
      }
      await page.expectVerified();
    } finally {
      await webkit.close();
    }
  },
);
