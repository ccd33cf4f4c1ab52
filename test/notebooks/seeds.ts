/*
 * npm run seeds -- [how many | first-last] [notebook …]: runs the notebooks' specs under the course seeds 1, 2, …, or
 * first to last, and says how often each test held. What the course claims must hold under at least 19 of 20 seeds.
 * Each notebook runs once a seed: that a second execution gives the same outputs is left to `npm test`. What failed,
 * and how, is in .cache/seed-N.log.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { root } from '../../binder/jupyter.mjs';

interface Report {
  testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[];
}

/** A notebook that an error ended: its spec has failed, though none of its tests has. */
function notExecuted({ status, assertionResults }: Report['testResults'][number]): boolean {
  return status === 'failed' && assertionResults.every(test => test.status !== 'failed');
}

const [range = '20', ...notebooks] = process.argv.slice(2);
const [last, first = 1] = range.split('-').map(Number).toReversed();
const filters = (notebooks.length ? notebooks : ['']).map(name => `test/notebooks/${name}`);
const seeds = Array.from({ length: last - first + 1 }, (_, k) => first + k);
const failures = new Map<string, number[]>();

for (const seed of seeds) {
  const started = Date.now();
  const results = `${root}.cache/seed-${seed}.json`;
  const vitest = [
    'run',
    ...filters,
    '--testNamePattern',
    '^notebook (?!.* gives the same outputs)',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
  ];
  const { output } = spawnSync(process.execPath, [`${root}node_modules/vitest/vitest.mjs`, ...vitest], {
    cwd: root,
    env: { ...process.env, COURSE_SEED: String(seed) },
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
  writeFileSync(`${root}.cache/seed-${seed}.log`, output.join(''));
  const { testResults } = JSON.parse(readFileSync(results, 'utf8')) as Report;
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = [
    ...tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    ...testResults
      .filter(notExecuted)
      .map(({ name }) => `${basename(name, '.test.ts')} could not be executed`),
  ];
  for (const name of failed) failures.set(name, [...(failures.get(name) ?? []), seed]);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`seed ${seed}: ${passed} passed, ${failed.length} failed (${seconds} s)`);
}

for (const [name, at] of failures)
  console.log(`${at.length} of ${seeds.length} seeds (${at.join(', ')}): ${name}`);
const weak = Array.from(failures.values()).filter(at => at.length > seeds.length / 20);
console.log(`${weak.length} tests hold under fewer than 19 of 20 seeds.`);
process.exitCode = weak.length ? 1 : 0;
