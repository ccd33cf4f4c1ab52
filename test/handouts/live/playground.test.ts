import axe from 'axe-core';
import { beforeAll, expect, test } from 'vitest';
import { computeUnit } from '../../../handouts/live/playground/computeUnit.ts';
import { playground, show, unitPlayground } from '../../../lib/src/notebook/index.ts';
import { lectureExperiment, runExperiment } from '../../../lib/src/index.ts';
import { playgroundBundle } from '../../../lib/src/notebook/playgroundBundle.ts';
import { describeInBrowser } from '../../browser.ts';
import { displayed } from '../../notebook/displayed.ts';
import { notebookOf } from '../notebookOf.ts';
import { LivePage, pageOf } from './LivePage.ts';

test('a playground is data for who has it and words for who has not', async () => {
  const [{ data: bundle } = { data: undefined }] = await displayed(() =>
    show(playground({ rate: 0.25, seed: 7 })),
  );
  expect(bundle!['application/vnd.dropout-lab.playground+json']).toEqual({
    training: { rate: 0.25, labelNoise: 0.2, width: 64, depth: 4, epochs: 100, seed: 7 },
  });
  expect(bundle!['text/html']).toContain(bundle!['text/plain']);
});

test('a playground refuses what its sliders do not have', () => {
  expect(() => playground({ rate: 1 })).toThrow(/^playground: rate .* must be/);
  expect(() => playground({ width: 2.5 })).toThrow(/^playground: width/);
  expect(() => unitPlayground({ weights: [2, 2] })).toThrow(/^unitPlayground: weights .* length 3/);
  expect(() => unitPlayground({ weights: [2, 2, 5] })).toThrow(/^unitPlayground: weights\[2\].* \[-4, 4\]/);
});

test('a unit’s playground says what the lecture’s example has', () => {
  const { unit } = unitPlayground({ rate: 1 / 3, target: 9 }).playground;
  const numbers = computeUnit(unit);
  expect(numbers.predicted).toBeCloseTo(8, 12);
  expect(numbers.unscaled).toBe(12);
  expect(numbers.ensemble).toBeCloseTo(0.5, 12);
  expect(numbers.penalty).toBeCloseTo(0.5 * (2 / 9) * (4 + 16 + 36), 12);
});

test.each(['scale-down', 'inverted'] as const)(
  'at every rate the gap is half the variance of the outputs: %s',
  scaling => {
    for (const rate of [0, 0.1, 0.5, 0.95]) {
      const numbers = computeUnit(
        unitPlayground({ rate, weights: [1, -3, 0.5], target: -2, scaling }).playground.unit,
      );
      const { outputs, probabilities, predicted } = numbers;
      const half = Array.from(outputs).reduce(
        (sum, y, k) => sum + (probabilities[k]! * (y - predicted) ** 2) / 2,
        0,
      );
      expect(numbers.penalty).toBeCloseTo(half, 10);
      expect(numbers.expected - numbers.ensemble).toBeCloseTo(half, 10);
      // Without dropout there is one output, 1 − 6 + 1.5 = −3.5, and one loss, ½ (−2 + 3.5)².
      expect(numbers.byRate[0]).toEqual({ rate: 0, expected: 1.125, ensemble: 1.125 });
    }
  },
);

describeInBrowser('a playground in a page', browser => {
  let live: LivePage;
  beforeAll(async () => {
    const notebook = notebookOf({
      title: 'md:# Play',
      cell: "import { playground, show, unitPlayground } from 'dropout-lab/notebook';\nshow(playground({ epochs: 20, width: 16, seed: 3 }));",
      unit: 'show(unitPlayground({ rate: 0.5 }));',
    });
    live = await LivePage.open(browser(), await pageOf(notebook, 'play'), { offline: true });
    await live.runAll();
  }, 300_000);
  const accuracy = () => live.cell('cell').locator('.dropout-playground-result strong');

  test('trains the lecture’s network, by slider and by key, and says what comes out', async () => {
    const percent = async (changes: object) => {
      const run = await runExperiment(
        lectureExperiment({ rate: 0.5, labelNoise: 0.2, epochs: 20, width: 16, ...changes }),
        3,
      );
      return `${(100 * run.trueAccuracy).toFixed(1)} %`;
    };
    await expect.poll(() => accuracy().textContent()).toBe(await percent({}));
    const depth = live.page.getByRole('slider', { name: 'Hidden layers' });
    await depth.focus();
    await live.page.keyboard.press('ArrowRight');
    expect(await depth.getAttribute('aria-valuetext')).toBe('5');
    await expect.poll(() => accuracy().textContent()).toBe(await percent({ depth: 5 }));
    expect(await live.page.getByRole('img').first().getAttribute('aria-label')).toContain(
      await percent({ depth: 5 }),
    );
    expect(live.trouble).toEqual([]);
  });

  test('shows a unit’s mean loss as the loss of prediction and the penalty, by slider and by choice', async () => {
    const cell = live.cell('unit');
    const result = cell.locator('.dropout-playground-result');
    // ½ (5 − 6)² and ½ p (1 − p) (2² + 4² + 6²)
    const before = 'Mean loss over all masks: 7.50. Loss of the unit that predicts: 0.50; penalty: 7.00.';
    await expect.poll(() => result.textContent()).toBe(before);
    expect(await cell.getByRole('img').first().getAttribute('aria-label')).toContain(
      'forgotten it would be 12.00',
    );
    const weight = cell.getByRole('slider', { name: 'Weight of input 3' });
    await weight.focus();
    for (let k = 0; k < 4; k++) await live.page.keyboard.press('ArrowLeft');
    expect(await weight.getAttribute('aria-valuetext')).toBe('0');
    await expect.poll(() => result.textContent()).toContain('penalty: 2.50');
    await cell.getByRole('combobox', { name: 'Scaling' }).selectOption('inverted');
    await expect.poll(() => result.textContent()).toContain('penalty: 10.00');
    expect(await cell.getByRole('img').first().getAttribute('aria-label')).not.toContain('forgotten');
    expect(live.trouble).toEqual([]);
  });

  test('is for keyboards and screen readers, in light and dark', async () => {
    await live.page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark'] as const) {
      await live.page.emulateMedia({ colorScheme });
      const { violations } = (await live.page.evaluate('axe.run()')) as axe.AxeResults;
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    }
  });

  test('fits a phone', async () => {
    await live.page.setViewportSize({ width: 390, height: 800 });
    expect(await live.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});

describeInBrowser('a playground where nothing runs', browser => {
  test('is its words and a picture of how it begins, on paper and without scripts', async () => {
    const notebook = notebookOf({ title: 'md:# Still', cell: 'show(unitPlayground());' });
    const data = playgroundBundle(unitPlayground());
    Object.assign(notebook.cells[1]!, { outputs: [{ output_type: 'display_data', metadata: {}, data }] });
    const path = await pageOf(notebook, 'still');
    const context = await browser().newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`file://${path}`);
    const picture = page.getByRole('img', { name: 'penalty: 7.00.' });
    const { width, height } = (await picture.boundingBox())!;
    expect(width / height).toBeGreaterThan(1.5);
    expect(width).toBeGreaterThan(400);
    await page.getByText(data['text/plain'] as string).waitFor();
    await context.close();

    // Where scripts run, the playground takes its place.
    const live = await LivePage.open(browser(), path, { offline: true });
    await live.page.getByRole('slider', { name: 'Target' }).waitFor();
    expect(await live.page.getByRole('img', { name: 'penalty: 7.00.' }).count()).toBe(0);
    expect(live.trouble).toEqual([]);
    await live.close();
  });
});
