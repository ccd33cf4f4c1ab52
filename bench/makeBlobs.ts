/**
 * A million points in two blobs: the library beside scikit-learn, which draws the same points, in one run: processor time,
 * garbage collection included, so that a busy machine does not decide.
 * Fails when the library is slower. Run: PYTHON=<a Python with scikit-learn> npx tsx bench/makeBlobs.ts
 */
import { execFileSync } from 'node:child_process';
import { makeBlobs } from '../lib/src/index.ts';

const POINTS = 1_000_000;
const REPEATS = 11;

const python = `
import json, time, sklearn
from sklearn.datasets import make_blobs
def run():
    start = time.process_time()
    make_blobs(${POINTS}, centers=2, random_state=1)
    return 1000 * (time.process_time() - start)
print(json.dumps({"version": sklearn.__version__, "times": [run() for _ in range(${REPEATS})]}))
`;

function run(): number {
  const start = process.cpuUsage();
  makeBlobs({ nSamples: POINTS, centers: 2, randomState: 1 });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const answer: { version: string; times: number[] } = JSON.parse(
  execFileSync(process.env.PYTHON ?? 'python3', ['-c', python]).toString(),
);
const here = Math.min(...Array.from({ length: REPEATS }, run));
const there = Math.min(...answer.times);
console.log(`makeBlobs, ${POINTS.toLocaleString('en')} points, fastest of ${REPEATS}`);
console.log(`  dropout-lab              ${here.toFixed(0)} ms`);
console.log(`  scikit-learn ${answer.version.padEnd(11)} ${there.toFixed(0)} ms`);
console.log(`  ratio                    ${(here / there).toFixed(2)}`);
if (here > there) process.exitCode = 1;
