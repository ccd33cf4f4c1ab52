/**
 * A million points in two blobs: the compiled library in plain Node, as a notebook's kernel runs it, beside scikit-learn,
 * which draws the same points: processor time, garbage collection included, so that a busy machine does not decide.
 * Fails when the library is slower. Run: PYTHON=<a Python with scikit-learn> npx tsx bench/makeBlobs.ts
 */
import { execFileSync } from 'node:child_process';

const POINTS = 1_000_000;
const REPEATS = 11;

const node = `
const { makeBlobs } = require('dropout-lab');
function run() {
  const start = process.cpuUsage();
  makeBlobs({ nSamples: ${POINTS}, centers: 2, randomState: 1 });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
console.log(JSON.stringify({ version: process.version, times: Array.from({ length: ${REPEATS} }, run) }));
`;

const python = `
import json, time, sklearn
from sklearn.datasets import make_blobs
def run():
    start = time.process_time()
    make_blobs(${POINTS}, centers=2, random_state=1)
    return 1000 * (time.process_time() - start)
print(json.dumps({"version": sklearn.__version__, "times": [run() for _ in range(${REPEATS})]}))
`;

/** Version and fastest time of a program. */
function fastest(command: string, flag: string, program: string): [version: string, time: number] {
  const answer = JSON.parse(execFileSync(command, [flag, program], { cwd: import.meta.dirname }).toString());
  return [answer.version, Math.min(...answer.times)];
}

const [nodeVersion, here] = fastest(process.execPath, '-e', node);
const [version, there] = fastest(process.env.PYTHON ?? 'python3', '-c', python);
console.log(`makeBlobs, ${POINTS.toLocaleString('en')} points, fastest of ${REPEATS}, Node ${nodeVersion}`);
console.log(`  dropout-lab              ${here.toFixed(0)} ms`);
console.log(`  scikit-learn ${version.padEnd(11)} ${there.toFixed(0)} ms`);
console.log(`  ratio                    ${(here / there).toFixed(2)}`);
if (here > there) process.exitCode = 1;
