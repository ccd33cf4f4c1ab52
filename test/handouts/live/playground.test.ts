import { beforeAll, expect, test } from 'vitest';
import { playground, show } from '../../../lib/src/notebook/index.ts';
import { lectureExperiment, runExperiment } from '../../../lib/src/index.ts';
import { describeInBrowser } from '../../browser.ts';
import { displayed } from '../../notebook/displayed.ts';
import { notebookOf } from '../notebookOf.ts';
import { LivePage, pageOf } from './LivePage.ts';

test('a playground is data for who has it and words for who has not', async () => {
  const [{ data: bundle } = { data: undefined }] = await displayed(() =>
    show(playground({ rate: 0.25, seed: 7 })),
  );
  expect(bundle!['application/vnd.dropout-lab.playground+json']).toEqual({
    rate: 0.25,
    labelNoise: 0.2,
    width: 64,
    depth: 4,
    epochs: 100,
    seed: 7,
  });
  expect(bundle!['text/html']).toContain(bundle!['text/plain']);
});

test('a playground refuses what its sliders do not have', () => {
  expect(() => playground({ rate: 1 })).toThrow(/^playground: rate .* must be/);
  expect(() => playground({ width: 2.5 })).toThrow(/^playground: width/);
});

describeInBrowser('a playground in a page', browser => {
  let live: LivePage;
  beforeAll(async () => {
    const source =
      "import { playground, show } from 'dropout-lab/notebook';\nshow(playground({ epochs: 20, width: 16, seed: 3 }));";
    live = await LivePage.open(
      browser(),
      await pageOf(notebookOf({ title: 'md:# Play', cell: source }), 'play'),
      {
        offline: true,
      },
    );
    await live.runAll();
  }, 300_000);
  const accuracy = () => live.page.locator('.dropout-playground-result strong');

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

  test('fits a phone', async () => {
    await live.page.setViewportSize({ width: 390, height: 800 });
    expect(await live.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});
