import { formatNumber } from '../formatNumber';
import { extent, min } from 'simple-statistics';
import { violation } from '../check';
import { quantile } from '../stats/quantile';
import { type Options, readOptions } from '../options';
import { checkNamed, type PlotValues, values } from './arguments';
import { config, type Figure, figureOptions, type FigureOptions, figureTable, type Trace } from './figure';
import { axisName, panels } from './panels';
import { brief, seen, trend } from './alternative';
import { list, literal } from './text';
import { type Arm, axis, baseLayout, ink, seriesStyle, translucent } from './theme';

/** One value per epoch; or, for many runs, one such list per run. */
export type Curve = PlotValues | readonly PlotValues[];

/** What `fit` returns as `history`, as far as it is drawn. */
export interface LossHistory {
  readonly loss?: PlotValues;
  readonly train_loss?: PlotValues;
  readonly val_loss?: PlotValues;
}

/** The curves of one training, or of many with the same settings: a history (or one per run), or curve by curve. */
export interface LossRun {
  readonly name: string;
  /** Gives the run its color. */
  readonly arm?: Arm;
  readonly history?: LossHistory | readonly LossHistory[];
  /** The loss as training reports it, with the masks on. */
  readonly trainMasked?: Curve;
  /** The loss on the same points in evaluation mode. */
  readonly train?: Curve;
  readonly validation?: Curve;
}

const table = {
  /** The quantity; default `loss`. */
  yLabel: { type: 'string', default: 'loss' },
  /** Highest loss shown; default: all of it. */
  yMax: { type: 'number', optional: true },
} as const;

export type LossCurvesOptions = FigureOptions & Options<typeof table>;

const KINDS = [
  { key: 'trainMasked', quantity: 'loss', name: 'train, masks on', dash: 'dot', width: 1.6 },
  { key: 'train', quantity: 'train_loss', name: 'train, evaluation mode', dash: 'dash', width: 1.8 },
  { key: 'validation', quantity: 'val_loss', name: 'validation', dash: 'solid', width: 2.4 },
] as const;

/**
 * Loss by epoch: training with the masks on, training in evaluation mode, validation. Runs stand side by side on
 * one scale. Of many runs the median is drawn, with a band over the middle 80 %.
 *
 * @throws RangeError or TypeError when nothing is given, a value is invalid or curves differ in length
 * @example
 * show(plotLossCurves([
 *   { name: 'without dropout', arm: 'without', history: plain.history },
 *   { name: 'with dropout', arm: 'with', history: dropped.history },
 * ]));
 */
export function plotLossCurves(runs: readonly LossRun[], options: LossCurvesOptions = {}): Figure {
  const fn = 'plotLossCurves';
  const settings = readOptions(fn, { ...figureOptions, ...table }, options);
  checkNamed({ fn, name: 'runs' }, runs);
  const { title, height = 400, yLabel, yMax } = settings;
  const curves = runs.map((run, r) => {
    const given = KINDS.flatMap(kind => {
      const curve = run[kind.key] ?? ofHistory(run.history, kind.quantity);
      return curve === undefined ? [] : [{ ...kind, ...summary(fn, `runs[${r}].${kind.key}`, curve) }];
    });
    if (!given.length) {
      throw new TypeError(
        violation({ fn, name: `runs[${r}]` }, 'have a history, trainMasked, train or validation', run),
      );
    }
    return given;
  });
  const layout = panels(runs.map(run => run.name));
  const [lowestLoss, highestLoss] = extent(curves.flat().flatMap(curve => [...curve.low, ...curve.high]));
  const top = yMax ?? highestLoss;
  const bottom = Math.min(0, lowestLoss);
  return {
    data: [
      ...curves.flatMap((given, r) => given.flatMap(curve => curveTraces(runs[r], curve, r))),
      ...KINDS.filter(kind => curves.flat().some(curve => curve.key === kind.key)).map(legendTrace),
    ],
    layout: baseLayout(
      { height, legend: true, panelTitles: layout.titleHeight },
      {
        ...layout.axes(
          () => axis('epoch'),
          k =>
            axis(k ? '' : yLabel, { range: [bottom, top + 0.04 * (top - bottom)], showticklabels: k === 0 }),
        ),
        annotations: layout.annotations,
        hovermode: 'x unified',
      },
    ),
    config,
    title,
    alt: seen(
      'Line chart',
      curves.map((given, r) => curveSeen(runs[r], given, top - bottom)),
    ),
    words: `${title ?? 'Loss by epoch'}: ${list(curves.flatMap((given, r) => given.map(curve => inWords(runs[r], curve, yLabel))))}.`,
    tables: [
      figureTable(
        ['run', 'curve', 'runs', `first ${yLabel}`, `lowest ${yLabel}`, 'at epoch', `last ${yLabel}`],
        curves.flatMap((given, r) =>
          given.map(({ name, middle, seeds }) => {
            const best = lowest(middle);
            return [
              runs[r].name,
              name,
              seeds,
              formatNumber(middle[0]),
              formatNumber(middle[best]),
              best + 1,
              formatNumber(middle.at(-1) ?? NaN),
            ];
          }),
        ),
      ),
    ],
  };
}

interface Summary {
  readonly seeds: number;
  readonly low: readonly number[];
  readonly middle: readonly number[];
  readonly high: readonly number[];
}

type DrawnCurve = (typeof KINDS)[number] & Summary;

/** The curve of a quantity, if it was measured. */
function ofHistory(history: LossRun['history'], quantity: keyof LossHistory): Curve | undefined {
  const curves = (Array.isArray(history) ? history : [history]).flatMap(one =>
    one?.[quantity]?.length ? [one[quantity]] : [],
  );
  return curves.length > 1 ? curves : curves[0];
}

/** The curve itself, or the median and the 10 % and 90 % quantiles over the runs. */
function summary(fn: string, name: string, curve: Curve): Summary {
  const argument = { fn, name, meaning: 'one value per epoch, or one such list per run' };
  if (typeof (curve as ArrayLike<unknown>)[0] !== 'object') {
    const middle = values(argument, curve as PlotValues);
    return { seeds: 1, low: middle, middle, high: middle };
  }
  const runs = (curve as readonly PlotValues[]).map(run => values(argument, run));
  if (runs.some(run => run.length !== runs[0].length)) {
    throw new RangeError(violation(argument, `have ${runs[0].length} epochs in every run`, curve));
  }
  const byEpoch = runs[0].map((_, e) => runs.map(run => run[e]));
  const [low, middle, high] = [0.1, 0.5, 0.9].map(q => byEpoch.map(losses => quantile(losses, q)));
  return { seeds: runs.length, low, middle, high };
}

function lowest(curve: readonly number[]): number {
  return curve.indexOf(min(curve));
}

/** The curve that a reader looks at: validation, where it was measured. */
function curveSeen({ name }: LossRun, given: readonly DrawnCurve[], height: number): string {
  const { name: kind, middle } = given[given.length - 1];
  const course = trend(
    middle.map((_, e) => e + 1),
    middle,
    height,
  );
  return `${name ? `${brief(name)}, ` : ''}${kind} ${course}`;
}

function inWords(run: LossRun, { name, middle, seeds }: DrawnCurve, yLabel: string): string {
  const best = lowest(middle);
  const of = seeds > 1 ? ` (median of ${seeds} runs)` : '';
  return (
    `${run.name ? `${run.name}, ` : ''}${name}${of}: ${yLabel} from ${formatNumber(middle[0])} to ${formatNumber(middle.at(-1) ?? NaN)}` +
    ` over ${middle.length} epochs, lowest ${formatNumber(middle[best])} at epoch ${best + 1}`
  );
}

function curveTraces(
  run: LossRun,
  { name, dash, width, seeds, low, middle, high }: DrawnCurve,
  r: number,
): Trace[] {
  const { color } = seriesStyle(r, run.arm);
  const place = {
    type: 'scatter',
    mode: 'lines',
    xaxis: axisName('x', r),
    yaxis: axisName('y', r),
    showlegend: false,
  };
  const epochs = middle.map((_, e) => e + 1);
  const line = { ...place, name: literal(name), x: epochs, y: middle, line: { color, dash, width } };
  if (seeds === 1) return [line];
  const band = {
    ...place,
    x: [...epochs, ...epochs.toReversed()],
    y: [...high, ...low.toReversed()],
    fill: 'toself',
    fillcolor: translucent(color, 0.14),
    line: { width: 0 },
    hoverinfo: 'skip',
  };
  return [band, line];
}

/** The legend tells the kinds of curve apart; colors belong to the runs, which their panels name. */
function legendTrace({ name, dash, width }: (typeof KINDS)[number]): Trace {
  return { type: 'scatter', mode: 'lines', name, x: [null], y: [null], line: { color: ink, dash, width } };
}
