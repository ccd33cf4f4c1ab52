import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import * as elementary from '../../lib/src/elementary/index.ts';
import { describeInBrowser } from '../browser.ts';

const names = ['log', 'log1p', 'exp', 'expm1', 'tanh', 'sin', 'cos'] as const;

/** Values of all functions at 2000 points each. */
const values = (functions: Record<(typeof names)[number], (x: number) => number>): number[] =>
  names.flatMap(name =>
    Array.from({ length: 2000 }, (_, k) => functions[name](((k + 1) * 0.618033988749895) % 5)),
  );

describeInBrowser('elementary functions', browser => {
  test('have the same bits in Chromium as in Node', async () => {
    const input = fileURLToPath(new URL('../../lib/src/elementary/index.ts', import.meta.url));
    const bundle = await rolldown({ input });
    const { output } = await bundle.generate({ format: 'iife', name: 'elementary' });
    await bundle.close();
    const page = await browser().newPage();
    const script = `${output[0].code}; const names = ${JSON.stringify(names)}; (${values.toString()})(elementary)`;
    const there = (await page.evaluate(script)) as number[];
    expect(there).toHaveLength(14_000);
    const here = values(elementary);
    expect(there.filter((value, i) => !Object.is(value, here[i]))).toEqual([]);
  });
});
