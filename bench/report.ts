import type { Growth } from './growth.ts';
import type { Spread } from './statistics.ts';

/** The five ratios the course quotes; null where there was nothing to compare with. */
export interface Ratios {
  readonly pytorchEager: number | null;
  readonly pytorchBatched: number | null;
  readonly tfjsWasm: number | null;
  readonly tfjsCpu: number | null;
  /** Our time over the time of our own matrix products: 1 would be nothing but products. */
  readonly ownMatmul: number | null;
}

/** One contestant's row: milliseconds without and with dropout, and its ratio to ours. */
export interface Row {
  readonly name: string;
  readonly without: Spread;
  readonly with: Spread;
  readonly ratio: Spread;
  /** Validation losses at the end, without and with dropout: a sign that all trained the same thing. */
  readonly losses: readonly number[];
}

/** Everything one run of the benchmark found: what `bench/results/latest.json` holds. */
export interface Report extends Ratios {
  /** First and third quartile of each ratio over the rounds. */
  readonly quartiles: Readonly<Record<string, readonly [number, number] | null>>;
  readonly training: readonly Row[];
  /** Seconds for `networks` networks: all seeds of both arms. */
  readonly networks: number;
  readonly sweeps: Readonly<Record<string, Spread>>;
  readonly growth: Readonly<Record<string, Growth>>;
  /** Resident memory in MB over consecutive trainings, and its peak. */
  readonly memory: { readonly fits: number; readonly mb: readonly number[]; readonly peak: number };
  readonly notMeasured: Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, string | number>>;
  readonly quick: boolean;
}

/** The report as text for a terminal. */
export function printable(report: Report): string {
  return [
    'Section 10: 4 × 64 relu, Adam, 100 epochs of 150 points in batches of 100, validation on 50 after each',
    ...table([
      ['', 'without dropout', 'with dropout', 'times ours', 'validation losses'],
      ...report.training.map(row => [
        row.name,
        milliseconds(row.without),
        milliseconds(row.with),
        around(row.ratio),
        row.losses.map(loss => loss.toFixed(3)).join(' '),
      ]),
    ]),
    '',
    `${report.networks / 2} seeds × 2 arms, judged on 2000 fresh points each`,
    ...table(Object.entries(report.sweeps).map(([name, s]) => [name, `${around(s)} s`])),
    '',
    `Our time over that of its own matrix products: ${report.ownMatmul?.toFixed(2)}`,
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
    `Memory over ${report.memory.fits} trainings: ${report.memory.mb.map(mb => mb.toFixed(0)).join(' ')} MB, peak ${report.memory.peak.toFixed(0)} MB`,
    ...Object.entries(report.notMeasured).map(([name, why]) => `Not measured: ${name}, ${why}`),
  ].join('\n');
}

const milliseconds = (s: Spread): string => `${around(s)} ms`;

/** `55.1 (54.0–57.2)`: the median between its quartiles. */
function around({ median, low, high }: Spread): string {
  const digits = median < 100 ? 1 : 0;
  return `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)));
  return rows.map(row =>
    row
      .map((text, column) => (column ? text.padStart(widths[column]) : text.padEnd(widths[column])))
      .join('   '),
  );
}
