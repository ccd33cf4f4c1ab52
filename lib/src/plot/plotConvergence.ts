import { formatNumber } from '../formatNumber';
import { type Options, readOptions } from '../options';
import { checkNamed, type PlotValues, values } from './arguments';
import { config, type Figure, figureOptions, type FigureOptions, figureTable, type Trace } from './figure';
import { brief, readOff, seen } from './alternative';
import { count, list, literal } from './text';
import { type Arm, axis, baseLayout, ink, muted, seriesStyle, translucent } from './theme';

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
 * @throws RangeError or TypeError when a value is invalid
 * @example
 * show(plotConvergence([{ name: 'sampled masks', values: outputs }], { expectation: 8, sd: Math.sqrt(12.4444) }));
 */
export function plotConvergence(series: readonly Draws[], options: ConvergenceOptions): Figure {
  const fn = 'plotConvergence';
  checkNamed({ fn, name: 'series' }, series);
  const settings = readOptions(fn, { ...table, ...figureOptions }, options);
  const { title, height = 380, yLabel, expectation, sd, expectationName } = settings;
  const means = series.map((one, s) => runningMeans(values({ fn, name: `series[${s}].values` }, one.values)));
  const longest = Math.max(...means.map(mean => mean.length));
  const at = logSteps(longest);
  return {
    data: [
      ...(sd === undefined ? [] : [band(at, expectation, sd)]),
      {
        type: 'scatter',
        mode: 'lines',
        name: literal(`${expectationName}: ${formatNumber(expectation)}`),
        x: [1, longest],
        y: [expectation, expectation],
        line: { color: ink, width: 1.6, dash: 'longdash' },
        hoverinfo: 'skip',
      },
      ...series.map((one, s) => meanTrace(one, means[s], at, s)),
    ],
    layout: baseLayout(
      { height, legend: true },
      { xaxis: axis('draws', { type: 'log', dtick: 1 }), yaxis: axis(yLabel) },
    ),
    config,
    title,
    alt: seen(
      'Line chart of running means',
      series.map((one, s) => {
        const mean = means[s];
        return `${brief(one.name)} ends at ${readOff(mean[mean.length - 1])} after ${count(mean.length, 'draw')}; the ${brief(expectationName)} is ${readOff(expectation)}`;
      }),
    ),
    words: `${title ?? 'Convergence of means'}: ${list(
      series.map((one, s) => {
        const last = means[s].at(-1) ?? NaN;
        return `the mean of ${count(means[s].length, 'draw')} of ${one.name} is ${formatNumber(last)}, ${formatNumber(
          Math.abs(last - expectation),
        )} from the ${expectationName} ${formatNumber(expectation)}`;
      }),
    )}.`,
    tables: [
      figureTable(
        ['draws', ...series.map(one => `mean, ${one.name}`)],
        [1, 2, 5]
          .flatMap(lead => [1, 10, 100, 1e3, 1e4, 1e5, 1e6].map(power => lead * power))
          .toSorted((a, b) => a - b)
          .filter(n => n <= longest)
          .map(n => [n, ...means.map(mean => (n <= mean.length ? formatNumber(mean[n - 1]) : ''))]),
      ),
    ],
  };
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

function band(at: readonly number[], expectation: number, sd: number): Trace {
  const half = at.map(n => (1.96 * sd) / Math.sqrt(n));
  return {
    type: 'scatter',
    mode: 'lines',
    name: 'expectation ± 1.96 sd/√n',
    x: [...at, ...at.toReversed()],
    y: [...half.map(h => expectation + h), ...half.toReversed().map(h => expectation - h)],
    fill: 'toself',
    fillcolor: translucent(muted, 0.15),
    line: { width: 0 },
    hoverinfo: 'skip',
  };
}

function meanTrace(one: Draws, mean: readonly number[], at: readonly number[], s: number): Trace {
  const { color, dash } = seriesStyle(s, one.arm);
  const x = at.filter(n => n <= mean.length);
  return {
    type: 'scatter',
    mode: 'lines',
    name: literal(one.name),
    x,
    y: x.map(n => mean[n - 1]),
    line: { color, dash, width: 1.8 },
  };
}
