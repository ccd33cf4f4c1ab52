/**
 * How long a reader of a handout waits: for its first paint, for its first figure drawn, for all of notebook 1 (beside the
 * kernel, its start included), and how often a playground draws while a slider is dragged. Each at the machine's speed
 * and with the page's thread four times slower, about a phone; workers, where cells run, cannot be slowed.
 *
 *   npm run handouts && npx tsx bench/pages.ts [rounds]
 *
 * Writes bench/results/pages.json. On a busy machine it says nothing.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { root } from '../binder/jupyter.mjs';
import { execute } from '../handouts/execute.ts';
import { launchBrowser } from '../test/browser.ts';
import { inTurns, timed } from './inTurns.ts';
import { type Spread, spread } from './statistics.ts';

const rounds = Number(process.argv[2] ?? 5);
const NOTEBOOK = '01-overview';
const PLAYGROUND = '08-optimal-rate';
const SLOWDOWNS = [1, 4];
const load = loadavg()[0];
const measured: Record<string, number[]> = {};
const note = (name: string, value: number) => void (measured[name] ??= []).push(value);

/** Opens a handout with the page's thread slowed, and scrolls to its first figure as soon as it is there. */
async function open(browser: Browser, name: string, slowdown: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(`
    addEventListener('DOMContentLoaded', () => {
      document.querySelector('.dropout-figure, .dropout-playground')?.scrollIntoView();
      new MutationObserver((_, observer) => {
        if (!document.querySelector('.main-svg')) return;
        document.documentElement.dataset.firstFigure = performance.now();
        observer.disconnect();
      }).observe(document.documentElement, { childList: true, subtree: true });
    });`);
  await page.goto(pathToFileURL(`${root}handouts/build/${name}.html`).href);
  return page;
}

async function opening(browser: Browser, slowdown: number): Promise<void> {
  const page = await open(browser, NOTEBOOK, slowdown);
  const drawn = await page.waitForSelector('html[data-first-figure]');
  note(`first figure drawn, ${slowdown}×`, Number(await drawn.getAttribute('data-first-figure')));
  const paint = "performance.getEntriesByName('first-contentful-paint')[0].startTime";
  note(`first paint, ${slowdown}×`, (await page.evaluate(paint)) as number);
  await page.close();
}

async function wholeNotebook(browser: Browser, slowdown: number): Promise<void> {
  const page = await open(browser, NOTEBOOK, slowdown);
  await page.waitForSelector('html[data-live=idle]');
  const run = async () => {
    await page.getByRole('button', { name: 'Run all' }).click();
    await page.waitForSelector('html:is([data-live=ready], [data-live=failed])', { timeout: 600_000 });
  };
  note(`notebook 1 in the page, ${slowdown}×`, await timed(run));
  const state = await page.locator('html').getAttribute('data-live');
  if (state !== 'ready') throw new Error(`${NOTEBOOK}: a cell failed in the page`);
  await page.close();
}

/** Moves a slider at every frame for five seconds. */
async function dragging(browser: Browser, slowdown: number): Promise<void> {
  const page = await open(browser, PLAYGROUND, slowdown);
  await page.waitForSelector('html[data-live=idle]');
  await page.locator('.html:has(> .dropout-playground)').first().scrollIntoViewIfNeeded();
  await page.locator('.dropout-playground-result strong').first().waitFor();
  const drawn = await page.evaluate(`new Promise(resolve => {
    const slider = document.querySelector('.dropout-playground input[aria-label="Wrong labels"]');
    const context = document.querySelector('.dropout-playground canvas').getContext('2d');
    let [frames, drawn] = [0, 0];
    const { drawImage } = context;
    context.drawImage = (...all) => { drawn++; drawImage.apply(context, all); };
    const since = performance.now();
    const frame = () => {
      slider.value = (frames++ % 10) / 20;
      slider.dispatchEvent(new Event('input'));
      if (performance.now() - since < 5000) requestAnimationFrame(frame);
      else resolve(drawn / 5);
    };
    frame();
  })`);
  note(`drawings of a playground per second, ${slowdown}×`, drawn as number);
  await page.close();
}

const browser = await launchBrowser();
const works = SLOWDOWNS.flatMap(slowdown => [
  [`opening ${slowdown}`, () => opening(browser, slowdown)] as const,
  [`whole ${slowdown}`, () => wholeNotebook(browser, slowdown)] as const,
  [`dragging ${slowdown}`, () => dragging(browser, slowdown)] as const,
]);
const kernel = async () => {
  const ms = await timed(() => execute(`${root}notebooks/${NOTEBOOK}.ipynb`));
  note('notebook 1 in the kernel', ms);
};
await inTurns({ ...Object.fromEntries(works), kernel }, rounds);
const chromium = browser.version();
await browser.close();

const results = Object.fromEntries(
  Object.entries(measured).map(([name, values]): [string, Spread] => [name, spread(values)]),
);
for (const [name, { median, low, high }] of Object.entries(results)) {
  const unit = name.startsWith('drawings') ? '' : ' ms';
  console.log(`${name.padEnd(40)} ${median.toFixed(0)}${unit} (${low.toFixed(0)} to ${high.toFixed(0)})`);
}
const report = {
  ...results,
  versions: { node: process.version, chromium, processor: cpus()[0]!.model, cores: availableParallelism() },
  load,
};
const toFourDigits = (_: string, value: unknown) =>
  typeof value === 'number' ? Number(value.toPrecision(4)) : value;
writeFileSync(`${root}bench/results/pages.json`, `${JSON.stringify(report, toFourDigits, 2)}\n`);
