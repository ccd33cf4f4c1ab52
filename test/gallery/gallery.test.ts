import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { describeInBrowser } from '../browser.ts';
import { galleryFigures } from './figures.ts';
import { figuresPage } from './page.ts';

const folder = fileURLToPath(new URL('build/', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const allDrawn = "[...document.querySelectorAll('.dropout-figure')].every(f => f.querySelector('.main-svg'))";

let names: string[] = [];

function write(name: string, html: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(folder + name, html);
  return pathToFileURL(folder + name).href;
}

describeInBrowser('a page with every figure, opened from a file', browser => {
  let [address, bareAddress] = ['', ''];
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    const figures = await galleryFigures();
    names = Object.keys(figures);
    address = write('test.html', await figuresPage(figures));
    bareAddress = write('bare.html', await figuresPage(figures, { library: false }));
    page = await browser().newPage({ viewport: { width: 900, height: 900 } });
    page.on('console', message => complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', error => complaints.push(error.message));
    page.on('request', request => {
      if (!/^(file|data|blob):/.test(request.url())) complaints.push(`request: ${request.url()}`);
    });
    await page.goto(address);
    await page.waitForFunction(allDrawn);
  });

  test('saves the table of a figure as CSV, whole', async () => {
    const section = page.locator('#pointsTest');
    const rows = await section.locator('details tr').count();
    await section.locator('summary').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      section.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    await section.locator('summary').click();
    expect(download.suggestedFilename()).toBe('Training-points-and-the-test-set-drawn-hollow.csv');
    const lines = readFileSync((await download.path())!, 'utf8').split('\r\n');
    expect(lines).toHaveLength(rows + 1);
    expect(lines[0]).toBe('set,x₁,x₂,class');
    expect(lines[1]).toMatch(/^train,-?\d+(\.\d+)?,-?\d+(\.\d+)?,(left|right)$/);
  });

  test('draws them all: each has shapes, and its words and data folded away', async () => {
    for (const name of names) {
      const seen = await page.locator(`#${name}`).evaluate(section => {
        const marks = section.querySelectorAll(
          '.plot path, .point path, .heatmaplayer image, .js-line, .scatterlayer path',
        );
        const boxes = [...marks].map(mark => mark.getBoundingClientRect());
        return {
          shapes: boxes.filter(box => box.width * box.height > 0 || box.width + box.height > 20).length,
          folded: section.querySelector('details')?.open === false,
          words: section.querySelector('details p')?.textContent?.length ?? 0,
          rows: section.querySelectorAll('details tr').length,
        };
      });
      expect(seen, name).toMatchObject({ folded: true });
      expect(seen.shapes, name).toBeGreaterThan(0);
      expect(seen.words, name).toBeGreaterThan(40);
      expect(seen.rows, name).toBeGreaterThan(1);
    }
  });

  test('clips no text, at 900 and at 420 pixels', async () => {
    for (const width of [420, 900]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(1500);
      const clipped = await page.evaluate(() =>
        [...document.querySelectorAll('.dropout-figure')].flatMap(figure => {
          const frame = figure.getBoundingClientRect();
          return [...figure.querySelectorAll('.main-svg text')]
            .filter(text => text.textContent && text.getBoundingClientRect().width > 0)
            .filter(text => {
              const box = text.getBoundingClientRect();
              return box.left < frame.left - 1 || box.right > frame.right + 1;
            })
            .map(text => `${figure.closest('section')?.id}: ${text.textContent}`);
        }),
      );
      expect(clipped, `${width} px`).toEqual([]);
    }
  });

  test('panels stand one below the other on a phone, beside each other where there is room', async () => {
    const columnsAndRows = () =>
      page.locator('#loss .xtitle, #loss .x2title').evaluateAll(titles => {
        const boxes = titles.map(title => title.getBoundingClientRect());
        return [boxes.map(box => box.x), boxes.map(box => box.y)].map(at => new Set(at.map(Math.round)).size);
      });
    for (const [width, columns, rows] of [[390, 1, 2] as const, [900, 2, 1] as const]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(columnsAndRows).toEqual([columns, rows]);
    }
  });

  test('writes in the color of the page, light or dark', async () => {
    const inkOf = (theme: string): Promise<string> =>
      page.evaluate(chosen => {
        document.documentElement.dataset.theme = chosen;
        const title = document.querySelector('#points .xtitle');
        return title ? getComputedStyle(title).fill : '';
      }, theme);
    expect(await inkOf('dark')).toBe('rgb(230, 230, 230)');
    expect(await inkOf('light')).toBe('rgb(31, 35, 40)');
  });

  test('the slider moves the animation, by keyboard too', async () => {
    const slider = page.locator('#network input[type=range]');
    const circles = () => page.locator('#network .scatterlayer').innerHTML();
    const isStill = async () => {
      const seen = await circles();
      await page.waitForTimeout(300); // plotly fits a figure to a new width after a while
      return (await circles()) === seen;
    };
    await expect.poll(isStill).toBe(true);
    const before = await circles();
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(circles).not.toBe(before);
    expect(await page.locator('#network output').textContent()).toContain('step 2');
    await page.keyboard.press('Home');
    await expect.poll(circles).toBe(before);
  });

  test('a frame of many numbers is drawn as it is (they travel packed)', async () => {
    const image = () => page.locator('#mask .heatmaplayer image').first().getAttribute('href');
    const before = await image();
    await page.locator('#mask input[type=range]').fill('1');
    await expect.poll(image).not.toBe(before);
    await page.locator('#mask input[type=range]').fill('0');
    await expect.poll(image).toBe(before);
  });

  test('the play button is reached by Tab, plays to the end and can be paused', async () => {
    const button = page.locator('#network .dropout-figure-controls button');
    await page.locator('#network input[type=range]').focus();
    await page.keyboard.press('Shift+Tab');
    expect(await button.evaluate(element => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await button.textContent()).toContain('Pause');
    await expect
      .poll(() => page.locator('#network output').textContent(), { timeout: 10_000 })
      .toContain('step 6');
    await expect.poll(() => button.textContent(), { timeout: 5000 }).toContain('Play');
    await button.click();
    await button.click();
    expect(await button.textContent()).toContain('Play');
  });

  test('axe finds nothing, folded or unfolded, light or dark', async () => {
    await page.evaluate(axe);
    for (const theme of ['light', 'dark']) {
      const violations = await page.evaluate(async chosen => {
        document.documentElement.dataset.theme = chosen;
        for (const details of document.querySelectorAll('details')) details.open = true;
        // oxlint-disable-next-line typescript/no-explicit-any -- axe adds itself to the page
        const found = await (window as any).axe.run();
        return found.violations.map(
          (v: { id: string; nodes: { html: string }[] }) => `${v.id}: ${v.nodes[0].html}`,
        );
      }, theme);
      expect(violations).toEqual([]);
    }
  });

  test('prints every figure within the paper', async () => {
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.length).toBeGreaterThan(50_000);
    const widest = await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
      const widths = [...document.querySelectorAll('.main-svg')].map(
        svg => svg.getBoundingClientRect().width,
      );
      dispatchEvent(new Event('afterprint'));
      return Math.max(...widths);
    });
    expect(widest).toBeLessThanOrEqual(680);
  });

  test('asks nothing of the network and writes nothing to the console', () => {
    expect(complaints).toEqual([]);
  });

  test('is small: these figures and plotly in less than 6 MB', () => {
    expect(readFileSync(`${folder}test.html`).length).toBeLessThan(6e6);
  });

  test('without plotly, every figure shows its words and its data', async () => {
    const bare = await browser().newPage();
    await bare.goto(bareAddress);
    for (const name of names) {
      expect(await bare.locator(`#${name} details p`).first().isVisible()).toBe(true);
      expect(await bare.locator(`#${name} details td`).first().isVisible()).toBe(true);
    }
    await bare.close();
  });
});
