import { checkNumber, violation } from '../check';
import { type Callback, type TrainedModel } from '../engine/callbacks';
import { type MatrixLike } from '../numpy/matrix';
import { type PlotValues } from '../plot/arguments';
import { type Figure, type FigureOptions } from '../plot/figure';
import { plotBoundary } from '../plot/plotBoundary';
import { plotLossCurves } from '../plot/plotLossCurves';
import { sideBySide } from '../plot/sideBySide';
import { type Arm } from '../plot/theme';
import { show } from './show';

export interface LiveViewOptions {
  readonly title?: string;
  /** Gives the curves their color. */
  readonly arm?: Arm;
  /** With points of two features and their classes 0 and 1, the decision boundary is drawn beside the losses. */
  readonly X?: MatrixLike;
  readonly y?: PlotValues;
  /** Cuts the losses off above it: two views with the same yMax can be compared by eye. Default: the highest loss. */
  readonly yMax?: number;
  /** Least time between two drawings in milliseconds; default 400. */
  readonly interval?: number;
}

/** What was shown of one model. */
interface View {
  readonly id: string;
  readonly history: Readonly<Record<string, number[]>>;
  /** When it was drawn last. */
  drawn: number;
}

let count = 0;

/**
 * A callback that draws the losses (and the decision boundary) while `fit` runs, in one place, a few times a second.
 * What stays is the picture after the last epoch: the same in every execution. A model that is trained further keeps
 * its picture, another one gets its own.
 *
 * @throws RangeError or TypeError when only one of X and y is given, or the interval is not above 0
 * @example
 * await fit(model, XTrain, yTrain, { ...options, callbacks: [liveView({ X: XTest, y: yTest, arm: 'with' })] });
 */
export function liveView({ title, arm, X, y, yMax, interval = 400 }: LiveViewOptions = {}): Callback {
  const fn = 'liveView';
  checkNumber({ fn, name: 'interval', meaning: 'milliseconds' }, interval, { above: 0 });
  if ((X === undefined) !== (y === undefined)) {
    throw new TypeError(violation({ fn, name: 'X and y' }, 'be given together', X ?? y));
  }
  const views = new WeakMap<TrainedModel, View>();
  const viewOf = (model: TrainedModel): View => {
    const history = { loss: [], train_loss: [], val_loss: [] };
    const view = views.get(model) ?? { id: `dropout-lab-live-${count++}`, history, drawn: -Infinity };
    views.set(model, view);
    return view;
  };
  const draw = (model: TrainedModel, view: View): void => {
    show(picture(model, view), { id: view.id, update: view.drawn > -Infinity });
    view.drawn = performance.now();
  };
  const picture = (model: TrainedModel, { history }: View): Figure => {
    const losses = (options: FigureOptions): Figure =>
      plotLossCurves([{ name: '', arm, history }], { height: 360, yMax, ...options });
    if (X === undefined || y === undefined) return losses({ title });
    const models = [{ name: '', predict: model.predict.bind(model) }];
    return sideBySide([losses({}), plotBoundary(models, X, y, { resolution: 40, height: 360 })], { title });
  };
  return {
    onEpochEnd(_epoch, logs, { model }) {
      const view = viewOf(model);
      for (const [quantity, values] of Object.entries(view.history)) {
        const value = logs[quantity as keyof typeof logs];
        if (value !== undefined) values.push(value);
      }
      if (performance.now() - view.drawn >= interval) draw(model, view);
    },
    onTrainEnd({ model }) {
      const view = viewOf(model);
      if (view.history.loss.length) draw(model, view);
    },
  };
}
