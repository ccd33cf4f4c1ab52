import { beforeAll, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { exportedNames } from '../../../handouts/live/exportedNames.ts';
import { knownNames, namesOf } from '../../../handouts/live/knownNames.ts';
import { modules } from '../../../handouts/live/modules.ts';
import { describeInBrowser } from '../../browser.ts';
import { notebookOf } from '../notebookOf.ts';
import { LivePage, pageOf } from './LivePage.ts';

const library = exportedNames();
const found = (label: string, ...sources: string[]) =>
  knownNames(library, sources).find(name => name.label === label);

test('the table has every value that a module exports, with its declaration, a sentence and its options, in 24 kB', async () => {
  for (const [module, load] of Object.entries(modules)) {
    const known = new Map(namesOf(library, module).map(name => [name.label, name.exported!]));
    for (const name of Object.keys(await load()).filter(key => key !== 'default' && key !== '__esModule')) {
      expect(known.get(name), `${module} ${name}`).toBeDefined();
      expect(known.get(name)!.isType, name).toBeUndefined();
    }
  }
  const dense = namesOf(library, 'dropout-lab/engine').find(({ label }) => label === 'dense')!.exported!;
  expect(dense.declaration).toBe('function dense(options: DenseOptions): DenseLayer;');
  expect(dense.sentence).toBe('A fully connected layer: every output sees every input.');
  expect(found('Layer', "import { type Layer } from 'dropout-lab/engine'")!.exported!.isType).toBe(true);
  expect(Object.keys(dense.options!)).toEqual(expect.arrayContaining(['units', 'activation', 'name']));
  expect(dense.options!.units!.sentence).toMatch(/^Number of /);
  expect(gzipSync(JSON.stringify(library), { level: 9 }).length).toBeLessThan(24_000);
});

test('code knows what it imports, under its name there, and what it declares', () => {
  const source = [
    "import { dense as layer, type Layer } from 'dropout-lab/engine';",
    "import * as tfjs from 'dropout-lab/tfjs';",
    'const { a, b: c, d = 4 } = f(), later = 1;',
    'const [e, ...rest]: number[] = g;',
    'async function go() { const inner = 1; }',
    'class Thing {}',
  ].join('\n');
  expect(knownNames(library, [source]).map(({ label }) => label)).toEqual([
    'a',
    'c',
    'd',
    'later',
    'e',
    'rest',
    'go',
    'Thing',
    'layer',
    'Layer',
    'tfjs',
  ]);
  expect(found('layer', source)!.exported!.declaration).toMatch(/^function dense/);
  expect(found('tfjs', source)!.namespace).toBe('dropout-lab/tfjs');
  expect(found('layer', source, 'const layer = 1;')!.exported, 'a later declaration wins').toBeUndefined();
});

describeInBrowser('the editor of a page', browser => {
  let live: LivePage;
  beforeAll(async () => {
    const notebook = notebookOf({
      title: 'md:# Names',
      one: "import { dense, dropout } from 'dropout-lab/engine';\nimport * as stats from 'dropout-lab/stats';\nconst mine = 1;",
      two: '1;',
    });
    live = await LivePage.open(browser(), await pageOf(notebook, 'names'), { offline: true });
  }, 300_000);
  const options = async (source: string) => {
    await live.write('two', source);
    await live.cell('two').locator('.cm-content').press('Control+End');
    await live.page.keyboard.press('Control+Space');
    const list = live.page.getByRole('option');
    await list.first().waitFor();
    const names = await list.allTextContents();
    await live.page.keyboard.press('Escape');
    return names;
  };

  test('completes names of cells above, of imports, of modules and after the name of one, and options', async () => {
    expect(await options('d')).toEqual(expect.arrayContaining(['dense', 'dropout']));
    expect(await options('mi')).toContain('mine');
    expect(await options('const local = 1;\nloc')).toContain('local');
    expect(await options('stats.meanInt')).toContain('meanInterval');
    expect(await options('dropout({ ')).toEqual(expect.arrayContaining(['rate', 'scaling', 'seed', 'name']));
    expect(await options('stats.winRate([], { con')).toEqual(['confidence']);
    expect(await options('dropout({ rate: de')).toContain('dense');
    expect(await options("import { sweep } from 'dropout-lab/exp")).toEqual(['dropout-lab/experiment']);
    await live.write('two', "import { plotSw } from 'dropout-lab/plot';");
    await live.page.keyboard.press('Control+Home');
    for (let k = 0; k < 'import { plotSw'.length; k++) await live.page.keyboard.press('ArrowRight');
    await live.page.keyboard.press('Control+Space');
    await live.page.getByRole('option', { name: 'plotSweep' }).waitFor();
    expect(await live.page.locator('.name-info code').textContent()).toMatch(/^function plotSweep\(/);
    // A completion takes what is typed within 75 ms for text.
    await live.page.waitForTimeout(150);
    await live.page.keyboard.press('Enter');
    await expect
      .poll(() => live.cell('two').locator('.cm-content').textContent())
      .toBe("import { plotSweep } from 'dropout-lab/plot';");
    await live.page.keyboard.press('Escape');
    expect(live.trouble).toEqual([]);
  });

  test('says what a name is, under the mouse and by key', async () => {
    await live.write('two', 'dropout({ rate: 0.5 })');
    await live
      .cell('two')
      .locator('.cm-line')
      .hover({ position: { x: 12, y: 8 } });
    const info = live.page.locator('.name-info');
    await expect.poll(() => info.textContent()).toMatch(/^function dropout\(options: DropoutOptions\)/);
    await live.page.mouse.move(0, 0);
    await info.waitFor({ state: 'detached' });
    await live.cell('two').locator('.cm-content').press('Control+Home');
    await live.page.keyboard.press('Control+i');
    await info.waitFor();
    await live.page.keyboard.press('ArrowRight');
    await info.waitFor({ state: 'detached' });
    for (let k = 0; k < 'ropout({ ra'.length; k++) await live.page.keyboard.press('ArrowRight');
    await live.page.keyboard.press('Control+i');
    await expect.poll(() => info.textContent()).toMatch(/^rate: numberProbability to drop a unit/);
    expect(live.trouble).toEqual([]);
  });
});
