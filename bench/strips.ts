/**
 * How long a strip of 32 columns of the sparse product takes beside the packing of the same rows: the first thing to
 * suffer where an engine runs out of vector registers (`lib/kernels/sparse.ts` says why). Strips are told from packing by
 * products of 32 and of 288 columns. Measured (Zen 4):
 * 1.9 to 2.1 on Node 20, 22 and 24; 3.1 to 3.5 on Node 20 and 22 with a sum on the stack.
 *
 *   npx tsx bench/strips.ts
 */
import { randomState } from 'dropout-lab';
import { withArena } from '../lib/dist/engine/kernels/pool.js';
import { spread } from './statistics.ts';

const [ROWS, DEPTH] = [8, 64];
const [NARROW, WIDE] = [32, 288];
const LARGEST = 2.6;

const ratio = withArena('strips', arena => {
  const random = randomState(1);
  const numbers = (count: number): Float64Array => random.normal(0, 1, count);
  const a = arena.store(
    numbers(ROWS * DEPTH).map(x => Math.max(x, 0)),
    ROWS,
    DEPTH,
  );
  // Rows of B so close to each other that they overlap: everything stays in the first cache.
  const [b, bk] = [arena.store(numbers(DEPTH * NARROW + WIDE), 1, DEPTH * NARROW + WIDE), NARROW];
  const c = arena.allocate(ROWS * WIDE);
  const timed = (columns: number): number => {
    const start = performance.now();
    for (let i = 0; i < 1000; i++) {
      arena.kernels.product(a, DEPTH, 1, b, bk, 0, c, WIDE, ROWS, columns, DEPTH, 0);
    }
    return performance.now() - start;
  };
  const rounds = Array.from({ length: 60 }, () => [timed(NARROW), timed(WIDE)]);
  const [narrow, wide] = [0, 1].map(i => spread(rounds.slice(10).map(times => times[i])).low);
  const strip = (32 * (wide - narrow)) / (WIDE - NARROW);
  return strip / (narrow - strip);
});

console.log(
  `Node ${process.version}: a strip takes ${ratio.toFixed(2)} of the time of packing (at most ${LARGEST})`,
);
if (ratio > LARGEST) process.exitCode = 1;
