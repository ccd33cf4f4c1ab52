import { extent, min } from 'simple-statistics';
import { formatNumber } from '../formatNumber';
import { type Argument, violation } from '../check';
import { quantile } from '../stats/quantile';
import { type Options, readOptions } from '../options';
import { checkNamed, values } from './arguments';
import { type Figure, figureOf, figureOptions, type FigureOptions, type Trace } from './figure';
import { inPanel, panelLayout } from './panels';
import { brief, seen, trend } from './alternative';
import { list } from './text';
import { type Arm, axis, ink, seriesStyle, translucent } from './theme';
import { bandTrace, lineTrace } from './traces';

/** What `fit` returns as `history`, as far as it is drawn: one value per epoch. */
export interface LossHistory {
  /** The loss as training reports it, with the masks on. */
  readonly loss?: ArrayLike<number>;
  /** The loss on the same points in evaluation mode. */
  readonly train_loss?: ArrayLike<number>;
  readonly val_loss?: ArrayLike<number>;
}

/** The curves of one training, or of many with the same settings. */
export interface LossRun {
  readonly name: string;
  /** Gives the run its color. */
  readonly arm?: Arm;
  /** One history, or one per training. What is left out, or empty, is not drawn. */
  readonly history: LossHistory | readonly LossHistory[];
}

const table = {
  /** The quantity; default `loss`. */
  yLabel: { type: 'string', default: 'loss' },
  /** Highest loss shown; default: all of it. */
  yMax: { type: 'number', optional: true },
} as const;

export type LossCurvesOptions = FigureOptions & Options<typeof table>;

const KINDS = [
  { quantity: 'loss', name: 'train, masks on', dash: 'dot', width: 1.6 },
  { quantity: 'train_loss', name: 'train, evaluation mode', dash: 'dash', width: 1.8 },
  { quantity: 'val_loss', name: 'validation', dash: 'solid', width: 2.4 },
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
  const [bottom, top] = [Math.min(0, lowestLoss), yMax ?? highestLoss];
  const range = [bottom, top + 0.04 * (top - bottom)];
  return figureOf({
    title,
    topic: 'Loss by epoch',
    traces: [
      ...drawn.flatMap(curveTraces),
      ...KINDS.filter(kind => drawn.some(curve => curve.quantity === kind.quantity)).map(legendTrace),
    ],
    layout: panelLayout(
      runs.map(run => run.name),
      {
        height,
        legend: true,
        x: () => axis('epoch'),
        y: k => axis(k ? '' : yLabel, { range, showticklabels: k === 0 }),
      },
      { hovermode: 'x unified' },
    ),
    alt: seen(
      'Line chart',
      curves.map(given => curveSeen(given[given.length - 1], top - bottom)),
    ),
    words: list(drawn.map(curve => inWords(curve, yLabel))),
    columns: ['run', 'curve', 'runs', `first ${yLabel}`, `lowest ${yLabel}`, 'at epoch', `last ${yLabel}`],
    rows: drawn.map(({ run, name, seeds, middle }) => {
      const best = lowest(middle);
      return [run.name, name, seeds, middle[0], middle[best], best + 1, middle[middle.length - 1]];
    }),
  });
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
  const argument = { fn, name: `runs[${r}].history` };
  const histories: readonly (LossHistory | undefined)[] = [run.history].flat();
  const given = KINDS.flatMap(kind => {
    const curves = histories.flatMap(history => {
      const curve = history?.[kind.quantity];
      const meaning = `${kind.quantity}, one value per epoch`;
      return curve?.length ? [values({ ...argument, meaning }, curve)] : [];
    });
    return curves.length ? [{ ...kind, run, r, ...summary(argument, curves) }] : [];
  });
  if (given.length) return given;
  throw new TypeError(violation(argument, 'hold loss, train_loss or val_loss, as from fit', run.history));
}

/** The curve itself, or the median and the 10 % and 90 % quantiles over the runs. */
function summary(argument: Argument, runs: readonly (readonly number[])[]): Summary {
  const [middle] = runs;
  if (runs.length === 1) return { seeds: 1, low: middle, middle, high: middle };
  if (runs.some(run => run.length !== middle.length)) {
    throw new RangeError(violation(argument, `have ${middle.length} epochs in every run`, runs));
  }
  const byEpoch = middle.map((_, e) => runs.map(run => run[e]));
  const [low, median, high] = [0.1, 0.5, 0.9].map(q => byEpoch.map(losses => quantile(losses, q)));
  return { seeds: runs.length, low, middle: median, high };
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
  const place = { ...inPanel(r), showlegend: false };
  const epochs = middle.map((_, e) => e + 1);
  const line = lineTrace(name, epochs, middle, { color, dash, width }, place);
  return seeds === 1 ? [line] : [bandTrace(epochs, low, high, translucent(color, 0.14), place), line];
}

/** The legend tells the kinds of curve apart; colors belong to the runs, which their panels name. */
function legendTrace({ name, dash, width }: (typeof KINDS)[number]): Trace {
  return lineTrace(name, [null], [null], { color: ink, dash, width });
}
