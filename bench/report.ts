import type { Arms } from './arms.ts';
import type { Growth } from './growth.ts';
import { type PeerName, PEERS } from './lineup.ts';
import type { Spread } from './statistics.ts';

/** Ratios of time; null where there was nothing to compare with. All but the last: theirs over ours, above 1 ours is faster. */
export interface Ratios {
  readonly pytorchEager: number | null;
  readonly pytorchBatched: number | null;
  readonly tfjsWasm: number | null;
  readonly tfjsCpu: number | null;
  /** JAX's compiled training, called again. */
  readonly jaxJit: Arms<number> | null;
  /** JAX's first call, which compiles, over our median; our own first call is in `firstCall`. */
  readonly jaxJitFirst: Arms<number> | null;
  /** All seeds on all cores. */
  readonly jaxSweep: Arms<number> | null;
  readonly jaxJs: Arms<number> | null;
  /** Our time over the time of our own matrix products: 1 would be nothing but products. */
  readonly ownMatmul: number | null;
}

/** One contestant's row: milliseconds without and with dropout, and how many times longer it took than ours. */
export interface Row extends Arms {
  readonly name: string;
  readonly ratios: Arms;
  /** Validation losses at the end, without and with dropout: a sign that all trained the same thing. */
  readonly losses: readonly number[];
}

/** How far the machine goes, in 10⁹ multiplications with addition a second on one core. */
export interface Limit {
  /** With 128-bit vectors in registers alone. */
  readonly peak: number;
  /** What our products do, multiplications by zero not counted. */
  readonly products: number;
  readonly share: number;
}

type Quartiles = readonly [number, number] | Readonly<Record<string, readonly [number, number]>> | null;

/** Everything one run of the benchmark found: what `bench/results/latest.json` holds. */
export interface Report extends Ratios {
  /** First and third quartile of each ratio over the rounds. */
  readonly quartiles: Readonly<Record<string, Quartiles>>;
  readonly training: readonly Row[];
  /** Milliseconds. */
  readonly firstCall: Readonly<Record<string, Arms>>;
  /** Seconds for `networks` networks: all seeds of both arms. */
  readonly networks: number;
  readonly sweeps: Readonly<Record<string, Arms>>;
  readonly limit: Limit;
  readonly growth: Readonly<Record<string, Growth>>;
  /** Resident memory in MB over consecutive trainings, and its peak. */
  readonly memory: { readonly fits: number; readonly mb: readonly number[]; readonly peak: number };
  readonly notMeasured: Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, string | number>>;
  /** Processes that wanted a core in the minute before: of somebody else's. Sweeps say little from about 1 on. */
  readonly load: number;
  readonly quick: boolean;
}

/** The report as text for a terminal. */
export function printable(report: Report): string {
  const { versions, limit, memory } = report;
  return [
    `Node ${versions.node}, ${versions.processor}, ${versions.cores} cores, load of the minute before ${report.load.toFixed(1)}`,
    'Section 10: 4 × 64 relu, Adam, 100 epochs of 150 points in batches of 100, validation on 50 after each; one core',
    ...table([
      ['', 'ms without', 'ms with dropout', '÷ ours', 'validation losses', 'what it is'],
      ...report.training.map(row => [
        row.name,
        around(row.without),
        around(row.with),
        `${fixed(row.ratios.without.median)} and ${fixed(row.ratios.with.median)}`,
        row.losses.map(loss => loss.toFixed(3)).join(' '),
        PEERS[row.name as PeerName],
      ]),
      ...Object.entries(report.firstCall).map(([name, arms]) => [
        `${name}, first call`,
        around(arms.without),
        around(arms.with),
        name === 'JAX jit' && report.jaxJitFirst
          ? `${fixed(report.jaxJitFirst.without)} and ${fixed(report.jaxJitFirst.with)}`
          : '',
        '',
        'compiling included',
      ]),
    ]),
    '',
    `${report.networks / 2} seeds × 2 arms on all cores, judged on 2000 fresh points each, in seconds`,
    ...table([
      ['', 'without', 'with', 'both'],
      ...Object.entries(report.sweeps).map(([name, s]) => [
        name,
        around(s.without),
        around(s.with),
        around(s.both),
      ]),
    ]),
    '',
    `Our time over that of its own matrix products: ${report.ownMatmul?.toFixed(2)}`,
    `The products do ${limit.products.toFixed(1)} of the ${limit.peak.toFixed(1)} · 10⁹ multiplications with addition a second ` +
      `that 128-bit vectors allow (${(100 * limit.share).toFixed(0)} %), zeros not counted`,
    '',
    'Growth of our time',
    ...table(
      Object.entries(report.growth).map(([name, { sizes, ms, exponent }]) => [
        name,
        sizes.map((size, i) => `${size}: ${ms[i].toFixed(ms[i] < 100 ? 1 : 0)} ms`).join('   '),
        `∝ ${name}^${exponent.toFixed(2)}`,
      ]),
    ),
    '',
    `Memory over ${memory.fits} trainings: ${memory.mb.map(mb => mb.toFixed(0)).join(' ')} MB, peak ${memory.peak.toFixed(0)} MB`,
    ...Object.entries(report.notMeasured).map(([name, why]) => `Not measured: ${name}, ${why}`),
  ].join('\n');
}

const fixed = (ratio: number): string => ratio.toFixed(ratio < 10 ? 2 : 0);

/** `55.1 (54.0–57.2)`: the median between its quartiles. */
function around({ median, low, high }: Spread): string {
  const digits = median < 100 ? 1 : 0;
  return `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
}

/** The first column and one that holds sentences are flush left, numbers flush right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)));
  const flush = (text: string, column: number): string =>
    column === 0 || column === 5 ? text.padEnd(widths[column]) : text.padStart(widths[column]);
  return rows.map(row => row.map(flush).join('   ').trimEnd());
}
