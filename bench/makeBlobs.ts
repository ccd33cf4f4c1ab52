/**
 * A million points in two blobs: the library beside scikit-learn, which draws the same points, in one run.
 * Fails when the library is slower. Run: PYTHON=<a Python with scikit-learn> npx tsx bench/makeBlobs.ts
 */
import { execFileSync } from 'node:child_process';
import { makeBlobs } from '../lib/src/index.ts';

const POINTS = 1_000_000;
const REPEATS = 7;

const python = `
import json, time, sklearn
from sklearn.datasets import make_blobs
def run():
    start = time.perf_counter()
    make_blobs(${POINTS}, centers=2, random_state=1)
    return 1000 * (time.perf_counter() - start)
print(json.dumps({"version": sklearn.__version__, "times": [run() for _ in range(${REPEATS})]}))
`;

function run(): number {
  const start = performance.now();
  makeBlobs({ nSamples: POINTS, centers: 2, randomState: 1 });
  return performance.now() - start;
}

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

const answer: { version: string; times: number[] } = JSON.parse(
  execFileSync(process.env.PYTHON ?? 'python3', ['-c', python]).toString(),
);
const here = median(Array.from({ length: REPEATS }, run));
const there = median(answer.times);
console.log(`makeBlobs, ${POINTS.toLocaleString('en')} points, median of ${REPEATS}`);
console.log(`  dropout-lab              ${here.toFixed(0)} ms`);
console.log(`  scikit-learn ${answer.version.padEnd(11)} ${there.toFixed(0)} ms`);
console.log(`  ratio                    ${(here / there).toFixed(2)}`);
if (here > there) process.exitCode = 1;
