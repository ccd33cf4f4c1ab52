import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';
import { verdictsFile } from './collectVerdicts.ts';

test('the verdict table is what the titles of the tests say: `npm run verdicts` brings it up to date', async () => {
  expect(readFileSync(`${root}lib/src/course/verdicts.ts`, 'utf8')).toBe(await verdictsFile());
}, 60_000);
