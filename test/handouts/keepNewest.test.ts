import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepNewest } from '../../handouts/keepNewest.ts';

test('keeps the newest results of a notebook, drops older ones with their locks, and touches nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'executed-'));
  const write = (file: string, day: number): void => {
    writeFileSync(join(folder, file), '');
    utimesSync(join(folder, file), day, day);
  };
  for (const day of [3, 1, 4, 2]) {
    write(`04.${day}.json`, day);
    write(`04.${day}.json.lock`, day);
  }
  write('04.5.json.lock', 0); // of a run that has not ended
  write('04-more.1.json', 0);
  keepNewest(folder, '04', 2);
  expect(readdirSync(folder).toSorted()).toEqual([
    '04-more.1.json',
    '04.3.json',
    '04.3.json.lock',
    '04.4.json',
    '04.4.json.lock',
    '04.5.json.lock',
  ]);
});
