import { Script } from 'node:vm';
import { parentPort } from 'node:worker_threads';

/*
 * A thread that only waits. Node hands SIGINT to whoever began last to run a script that a signal may break; while the
 * main thread runs none, that is this one. It runs its script inside itself: when a signal has broken the innermost run,
 * the others still watch until it is there again. So there is no moment in which the signal would end the process.
 */

const port = parentPort!;
const depth = 20;
const script = new Script('watch()');
const lock = new Int32Array(new SharedArrayBuffer(4));
let level = 0;

function watch(): void {
  const own = ++level;
  if (own > depth) Atomics.wait(lock, 0, 0);
  for (;;) {
    level = own;
    whenBroken();
  }
}

/** Runs the script until SIGINT comes, and tells the main thread. */
function whenBroken(): void {
  try {
    script.runInThisContext({ breakOnSigint: true });
  } catch {
    port.postMessage('SIGINT');
  }
}

Object.assign(globalThis, { watch });
port.postMessage('ready');
watch();
