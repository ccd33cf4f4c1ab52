/**
 * How long a reader waits for the first figure of a handout: from opening the file to the figure drawn, beside a page
 * that holds nothing but plotly and one line.
 *
 *   npm run handouts && npx tsx bench/firstFigure.ts [rounds]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../binder/jupyter.mjs';
import { minifiedPlotly } from '../binder/plotly.mjs';
import { launchBrowser } from '../test/browser.ts';
import { inTurns } from './inTurns.ts';
import { spread } from './statistics.ts';

const rounds = Number(process.argv[2] ?? 5);
const handouts = `${root}handouts/build/`;
const bare = `${root}.cache/plotly-alone.html`;
writeFileSync(
  bare,
  `<!doctype html><div id="plot"></div><script>${readFileSync(await minifiedPlotly(), 'utf8')}</script>
<script>Plotly.newPlot('plot', [{ y: [1, 2] }])</script>`,
);
const pages = readdirSync(handouts).filter(name => /^\d\d-.*\.html$/.test(name));
const files = [bare, ...pages.map(name => handouts + name)];
const browser = await launchBrowser();

async function open(file: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href, { waitUntil: 'commit' });
  await page.locator('.main-svg').first().waitFor();
  await page.close();
}

const times = await inTurns(Object.fromEntries(files.map(file => [file, () => open(file)])), rounds);
await browser.close();

console.log(`From opening to the first figure, median of ${rounds} rounds (quartiles)`);
for (const [file, values] of Object.entries(times)) {
  const { median, low, high } = spread(values);
  const name = basename(file, '.html').padEnd(26);
  console.log(`  ${name} ${median.toFixed(0)} ms (${low.toFixed(0)} to ${high.toFixed(0)})`);
}
