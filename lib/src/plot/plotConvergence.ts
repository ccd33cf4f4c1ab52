import { formatNumber } from '../formatNumber';
import { count } from '../count';
import { type Options, readOptions, type Settings } from '../options';
import { checkNamed, type PlotValues, values } from './arguments';
import { type Figure, figureOf, figureOptions, type FigureOptions, type Trace } from './figure';
import { brief, readOff, seen } from './alternative';
import { list } from './text';
import { type Arm, axis, baseLayout, ink, muted, seriesStyle, translucent } from './theme';
import { bandTrace, lineTrace, markTrace } from './traces';

/** Random draws whose running mean is followed. */
export interface Draws {
  readonly name: string;
  readonly arm?: Arm;
  readonly values: PlotValues;
}

const table = {
  /** The value the means should come to. */
  expectation: { type: 'number' },
  /** What is averaged; default `mean so far`. */
  yLabel: { type: 'string', default: 'mean so far' },
  /** The standard deviation of one draw: gives the band expectation ± 1.96 sd / √n. */
  sd: { type: 'number', min: 0, meaning: 'standard deviation of one draw', optional: true },
  /** What the expectation is called; default `expectation`. */
  expectationName: { type: 'string', default: 'expectation' },
} as const;

export type ConvergenceOptions = FigureOptions & Options<typeof table>;

const MOST_POINTS = 240;

/**
 * Running means of random draws against the expectation, over a logarithmic number of draws, with the band in which
 * a mean of n draws lies 19 times of 20: expectation ± 1.96 sd / √n.
 *
 * @example
 * show(plotConvergence([{ name: 'sampled masks', values: outputs }], { expectation: 8, sd: Math.sqrt(12.4444) }));
 */
export function plotConvergence(series: readonly Draws[], options: ConvergenceOptions): Figure {
  const fn = 'plotConvergence';
  checkNamed({ fn, name: 'series' }, series);
  const { title, height = 380, yLabel, ...goal } = readOptions(fn, { ...table, ...figureOptions }, options);
  const means = series.map(({ name, arm, values: draws }, s) => ({
    name,
    arm,
    mean: runningMeans(values({ fn, name: `series[${s}].values` }, draws)),
  }));
  const longest = Math.max(...means.map(({ mean }) => mean.length));
  return figureOf({
    title,
    topic: 'Convergence of means',
    traces: tracesOf(means, longest, goal),
    layout: baseLayout(
      { height, legend: true },
      { xaxis: axis('draws', { type: 'log', dtick: 1 }), yaxis: axis(yLabel) },
    ),
    alt: seen(
      'Line chart of running means',
      means.map(one => meanSeen(one, goal)),
    ),
    words: list(means.map(one => inWords(one, goal))),
    columns: ['draws', ...series.map(one => `mean, ${one.name}`)],
    rows: tableSteps(longest).map(n => [n, ...means.map(({ mean }) => mean[n - 1])]),
  });
}

/** What the means should come to, and the spread of a single draw. */
type Goal = Pick<Settings<typeof table>, 'expectation' | 'expectationName' | 'sd'>;

interface RunningMean {
  readonly name: string;
  readonly arm?: Arm;
  /** Of the first draw, of the first two, … */
  readonly mean: readonly number[];
}

function runningMeans(draws: readonly number[]): number[] {
  let sum = 0;
  return draws.map((value, i) => (sum += value) / (i + 1));
}

/** Whole numbers from 1 to `last`, evenly spread over its logarithm. */
function logSteps(last: number): number[] {
  const steps = Array.from({ length: MOST_POINTS }, (_, i) => Math.round(last ** (i / (MOST_POINTS - 1))));
  return [...new Set(steps)];
}

/** 1, 2, 5, 10, 20, 50 … up to `last`, at most 5 million. */
function tableSteps(last: number): number[] {
  const powers = Array.from({ length: 7 }, (_, k) => 10 ** k);
  return powers.flatMap(power => [power, 2 * power, 5 * power]).filter(n => n <= last);
}

function tracesOf(means: readonly RunningMean[], longest: number, goal: Goal): Trace[] {
  const { expectation, expectationName, sd } = goal;
  const at = logSteps(longest);
  const line = { color: ink, width: 1.6, dash: 'longdash' };
  return [
    ...(sd === undefined ? [] : [band(at, expectation, sd)]),
    markTrace({ name: expectationName, value: expectation }, [1, longest], [expectation, expectation], line),
    ...means.map((one, s) => meanTrace(one, at, s)),
  ];
}

function band(at: readonly number[], expectation: number, sd: number): Trace {
  const half = at.map(n => (1.96 * sd) / Math.sqrt(n));
  const low = half.map(h => expectation - h);
  const high = half.map(h => expectation + h);
  return bandTrace(at, low, high, translucent(muted, 0.15), { name: 'expectation ± 1.96 sd/√n' });
}

function meanTrace({ name, arm, mean }: RunningMean, at: readonly number[], s: number): Trace {
  const { color, dash } = seriesStyle(s, arm);
  const x = at.filter(n => n <= mean.length);
  return lineTrace(
    name,
    x,
    x.map(n => mean[n - 1]),
    { color, dash, width: 1.8 },
  );
}

function meanSeen({ name, mean }: RunningMean, { expectation, expectationName }: Goal): string {
  const end = `${brief(name)} ends at ${readOff(mean[mean.length - 1])} after ${count(mean.length, 'draw')}`;
  return `${end}; the ${brief(expectationName)} is ${readOff(expectation)}`;
}

function inWords({ name, mean }: RunningMean, { expectation, expectationName }: Goal): string {
  const last = mean[mean.length - 1];
  const distance = formatNumber(Math.abs(last - expectation));
  return (
    `the mean of ${count(mean.length, 'draw')} of ${name} is ${formatNumber(last)}, ` +
    `${distance} from the ${expectationName} ${formatNumber(expectation)}`
  );
}
