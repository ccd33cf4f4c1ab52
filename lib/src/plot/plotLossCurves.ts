import { extent, min } from 'simple-statistics';
import { formatNumber } from '../formatNumber';
import { violation } from '../check';
import { quantile } from '../stats/quantile';
import { type Options, readOptions } from '../options';
import { checkNamed, type PlotValues, values } from './arguments';
import { type Figure, figureOf, figureOptions, type FigureOptions, type Trace } from './figure';
import { axisName, panels } from './panels';
import { brief, seen, trend } from './alternative';
import { list } from './text';
import { type Arm, axis, baseLayout, ink, seriesStyle, translucent } from './theme';
import { bandTrace, lineTrace } from './traces';

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
  const curves = runs.map((run, r) => curvesOf(fn, run, r));
  const drawn = curves.flat();
  const [lowestLoss, highestLoss] = extent(drawn.flatMap(curve => [...curve.low, ...curve.high]));
  const range = { bottom: Math.min(0, lowestLoss), top: yMax ?? highestLoss };
  return figureOf({
    title,
    topic: 'Loss by epoch',
    traces: [
      ...drawn.flatMap(curveTraces),
      ...KINDS.filter(kind => drawn.some(curve => curve.key === kind.key)).map(legendTrace),
    ],
    layout: layoutOf(runs, { height, yLabel, ...range }),
    alt: seen(
      'Line chart',
      curves.map(given => curveSeen(given[given.length - 1], range.top - range.bottom)),
    ),
    words: list(drawn.map(curve => inWords(curve, yLabel))),
    columns: ['run', 'curve', 'runs', `first ${yLabel}`, `lowest ${yLabel}`, 'at epoch', `last ${yLabel}`],
    rows: drawn.map(({ run, name, seeds, middle }) => {
      const best = lowest(middle);
      return [run.name, name, seeds, middle[0], middle[best], best + 1, middle[middle.length - 1]];
    }),
  });
}

function layoutOf(
  runs: readonly LossRun[],
  { height, yLabel, bottom, top }: { height: number; yLabel: string; bottom: number; top: number },
): Figure['layout'] {
  const { titleHeight, annotations, axes } = panels(runs.map(run => run.name));
  const range = [bottom, top + 0.04 * (top - bottom)];
  const yaxis = (k: number): object => axis(k ? '' : yLabel, { range, showticklabels: k === 0 });
  return baseLayout(
    { height, legend: true, panelTitles: titleHeight },
    { ...axes(() => axis('epoch'), yaxis), annotations, hovermode: 'x unified' },
  );
}

interface Summary {
  readonly seeds: number;
  readonly low: readonly number[];
  readonly middle: readonly number[];
  readonly high: readonly number[];
}

type DrawnCurve = (typeof KINDS)[number] & Summary & { readonly run: LossRun; readonly r: number };

/** The curves of one run, checked. */
function curvesOf(fn: string, run: LossRun, r: number): DrawnCurve[] {
  const given = KINDS.flatMap(kind => {
    const curve = run[kind.key] ?? ofHistory(run.history, kind.quantity);
    return curve === undefined ? [] : [{ ...kind, run, r, ...summary(fn, `runs[${r}].${kind.key}`, curve) }];
  });
  if (given.length) return given;
  const expectation = 'have a history, trainMasked, train or validation';
  throw new TypeError(violation({ fn, name: `runs[${r}]` }, expectation, run));
}

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

/** Of the curve that a reader looks at: validation, where it was measured. */
function curveSeen({ run, name, middle }: DrawnCurve, height: number): string {
  const epochs = middle.map((_, e) => e + 1);
  return `${run.name ? `${brief(run.name)}, ` : ''}${name} ${trend(epochs, middle, height)}`;
}

function inWords({ run, name, middle, seeds }: DrawnCurve, yLabel: string): string {
  const best = lowest(middle);
  const [first, last, least] = [middle[0], middle[middle.length - 1], middle[best]].map(y => formatNumber(y));
  const of = seeds > 1 ? ` (median of ${seeds} runs)` : '';
  return (
    `${run.name ? `${run.name}, ` : ''}${name}${of}: ${yLabel} from ${first} to ${last}` +
    ` over ${middle.length} epochs, lowest ${least} at epoch ${best + 1}`
  );
}

function curveTraces({ run, r, name, dash, width, seeds, low, middle, high }: DrawnCurve): Trace[] {
  const { color } = seriesStyle(r, run.arm);
  const place = { xaxis: axisName('x', r), yaxis: axisName('y', r), showlegend: false };
  const epochs = middle.map((_, e) => e + 1);
  const line = lineTrace(name, epochs, middle, { color, dash, width }, place);
  return seeds === 1 ? [line] : [bandTrace(epochs, low, high, translucent(color, 0.14), place), line];
}

/** The legend tells the kinds of curve apart; colors belong to the runs, which their panels name. */
function legendTrace({ name, dash, width }: (typeof KINDS)[number]): Trace {
  return lineTrace(name, [null], [null], { color: ink, dash, width });
}
