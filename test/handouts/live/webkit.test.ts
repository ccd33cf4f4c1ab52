import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { noWebKit, WebKit } from '../../webkit.ts';
import { builtPage, shelf } from '../builtPage.ts';

const timeout = 600_000;

test('notebook 4 runs in WebKit, and every output is the kernel’s', { timeout }, async context => {
  if (noWebKit) return context.skip(noWebKit);
  const notebook = shelf.notebooks.find(path => path.includes('04-zero-out-verification'))!;
  const page = await builtPage(notebook);
  const webkit = await WebKit.launch();
  try {
    await webkit.goto(pathToFileURL(page).href);
    const seen = (expression: string) =>
      expect.poll(() => webkit.evaluate(expression), { timeout, interval: 500 });
    await seen('document.documentElement.dataset.live').toBe('idle');
    const press = (name: string) =>
      webkit.evaluate(
        `[...document.querySelectorAll('#live-bar button')].find(({ textContent }) => textContent === '${name}').click()`,
      );
    await press('Run all');
    await seen('document.documentElement.dataset.live').toMatch(/^(ready|failed)$/);
    expect(await webkit.evaluate('document.querySelector(".live-status").textContent')).toMatch(
      /cells have run\.$/,
    );
    await press('Verify');
    await seen('document.documentElement.dataset.verified ?? ""').toMatch(/\d/);
    const verified = (await webkit.evaluate('document.documentElement.dataset.verified')) as string;
    const [identical, outputs] = verified.split('/');
    expect(Number(outputs)).toBeGreaterThan(10);
    expect(
      identical,
      (await webkit.evaluate('document.querySelector(".live-status").textContent')) as string,
    ).toBe(outputs);
  } finally {
    await webkit.close();
  }
});
