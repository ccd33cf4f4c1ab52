import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeBlobs, trainTestSplit } from 'dropout-lab';
import { chart } from './chart.ts';
import type { Task } from './contestants/protocol.ts';
import { everybody, gather } from './lineup.ts';
import { measure } from './measure.ts';
import { printable } from './report.ts';

/**
 * `npm run bench`: this library beside JAX, PyTorch, jax-js and TensorFlow.js in one run. `-- --quick` takes some minutes.
 *
 * JAX and PyTorch are found in the Python that `BENCH_PYTHON` names (default python3), jax-js in the folder
 * `BENCH_NODE_MODULES`, in which `npm install @jax-js/jax` was run (default this one); the report names who was missing.
 */

const results = new URL('results/', import.meta.url);
const quick = process.argv.includes('--quick');
const task = lectureTask();
const lineup = await gather(task);
try {
  const report = await measure(lineup, task, quick, text => process.stderr.write(`${text}\n`));
  mkdirSync(results, { recursive: true });
  writeFileSync(new URL('latest.json', results), `${JSON.stringify(report, toFourDigits, 2)}\n`);
  writeFileSync(new URL('latest.svg', results), chart(report));
  console.log(`\n${printable(report)}\n\nWritten to ${fileURLToPath(results)}`);
} finally {
  await Promise.all(everybody(lineup).map(contestant => contestant.close()));
}

/** The lecture's points, the same for everybody. */
function lectureTask(): Task {
  const centers = [
    [0, 0],
    [0.5, 0.1],
  ];
  const { X, y } = makeBlobs({ nSamples: 200, centers, clusterStd: 0.25, randomState: 1 });
  const split = trainTestSplit(X, y, { testSize: 0.25, randomState: 1 });
  const column = (labels: ArrayLike<number>): number[][] => Array.from(labels, label => [label]);
  return {
    X: split.XTrain.toArray(),
    y: column(split.yTrain),
    XTest: split.XTest.toArray(),
    yTest: column(split.yTest),
  };
}

function toFourDigits(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(4)) : value;
}
