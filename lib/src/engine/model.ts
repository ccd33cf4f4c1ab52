import { violation } from '../check';
import { Matrix, type MatrixLike } from '../numpy/matrix';
import type { TargetsLike } from './batch';
import { evaluate, type Evaluation, predict, predictSamples, type SamplesOptions } from './evaluate';
import type { Layer, PlacedLayer } from './layers/kinds';
import type { Architecture } from './layers/layer';
import type { Loss } from './losses/kinds';
import { activations, forward, gradients, type LayerGradients, type PassOptions } from './passes';
import { checkWeights, type ModelState, readSlot, writeSlot } from './state';
import { summary } from './summary';
import { type WeightsJson, weightsJson } from './weightsJson';

/** A model as JSON. */
export interface ModelJson {
  readonly format: 'dropout-lab/1';
  readonly inputDim: number;
  readonly seed: number;
  readonly layers: readonly Layer[];
  readonly weights: readonly WeightsJson[];
}

/**
 * A stack of layers with its weights, made by `sequential`.
 *
 * Everything in it can be looked at: outputs (`activations`), derivatives (`gradients`) and masks (`lastMasks`) of every
 * layer, by the layer's name. Results are float32 matrices, copies all of them.
 */
export class Sequential {
  /** What the functions that train a model work on; in a notebook use the methods. */
  readonly state: ModelState;

  constructor(shape: Architecture, seed: number, weights: Float32Array) {
    this.state = {
      architecture: shape,
      seed,
      weights,
      optimizers: new WeakMap(),
      masks: {},
      steps: 0,
      epochs: 0,
      passes: 0,
      fitting: false,
      paused: false,
    };
  }

  /** Number of columns of X. */
  get inputDim(): number {
    return this.state.architecture.inputDim;
  }

  /** The seed that the initial weights were drawn with. */
  get seed(): number {
    return this.state.seed;
  }

  /** The layers with their names and widths, first to last. */
  get layers(): readonly PlacedLayer[] {
    return this.state.architecture.layers as readonly PlacedLayer[];
  }

  /**
   * The masks of the last training pass or step, by layer name, one row for each sample: 1 = kept, 0 = dropped (for
   * Gaussian noise: the factors). Empty before the first.
   */
  get lastMasks(): Readonly<Record<string, Matrix>> {
    const masks = Object.entries(this.state.masks);
    return Object.fromEntries(
      masks.map(([name, { rows, cols, data }]) => [name, new Matrix(rows, cols, data.slice())]),
    );
  }

  /**
   * The outputs for X, (rows × units), with dropout switched off.
   *
   * @throws RangeError when X is empty, not finite or of the wrong width.
   * @example
   * model.predict([[0, 0], [0, 1]]);
   */
  predict(X: MatrixLike): Matrix {
    return predict(this.state, X);
  }

  /**
   * Monte-Carlo prediction: `samples` predictions for X, each under its own masks. Their mean and spread over the
   * samples show what the ensemble of thinned networks thinks.
   *
   * @example
   * model.predictSamples(X, { samples: 50, seed: 1 }); // a list of 50 matrices (rows × units)
   * @see Gal and Ghahramani, ICML 2016
   */
  predictSamples(X: MatrixLike, options: SamplesOptions): Matrix[] {
    return predictSamples(this.state, X, options);
  }

  /**
   * Loss (penalties included, as in Keras) and accuracy on X and y, with dropout switched off. Accuracy is undefined for
   * the mean squared error.
   *
   * @example
   * model.evaluate(XTest, yTest, { loss: 'binaryCrossentropy' }); // { loss, accuracy }
   */
  evaluate(X: MatrixLike, y: TargetsLike, options: { loss: Loss }): Evaluation {
    return evaluate(this.state, X, y, options);
  }

  /**
   * The output of the last layer, with dropout active if asked; new masks at every call, or those of `seed` or `masks`.
   *
   * @example
   * model.forward(X, { training: true, masks: { dropout_1: [[1, 1, 0, 1]] } });
   */
  forward(X: MatrixLike, options: PassOptions = {}): Matrix {
    return forward(this.state, X, options);
  }

  /**
   * The output of every layer, by name: what Keras needs a second Model for.
   *
   * @example
   * model.activations(X).dense_1; // Matrix (rows × units)
   */
  activations(X: MatrixLike, options: PassOptions = {}): Record<string, Matrix> {
    return activations(this.state, X, options);
  }

  /**
   * The derivatives of the mean loss at every layer, by name: `kernel`, `bias`, `preActivation` and `output`.
   *
   * @example
   * model.gradients(X, y, { loss: 'meanSquaredError' }).dense_1.kernel;
   */
  gradients(
    X: MatrixLike,
    y: TargetsLike,
    options: PassOptions & { loss: Loss },
  ): Record<string, LayerGradients> {
    return gradients(this.state, X, y, options);
  }

  /**
   * Copies of all weights in Keras's order (kernel and bias, layer by layer), or of one layer's. A bias is one row.
   *
   * @example
   * const [kernel, bias] = model.getWeights('dense_1');
   */
  getWeights(layer?: string): Matrix[] {
    return this.#slots('getWeights', layer).map(slot => readSlot(this.state.weights, slot));
  }

  /**
   * Overwrites all weights, in the order of `getWeights`, or those of one layer.
   *
   * @throws RangeError when number or shapes differ, or a fit is under way and the call is not a callback's; nothing is
   * changed then.
   * @example
   * const [kernel, bias] = model.getWeights('dense_1');
   * model.setWeights([kernel.map(w => w / 2), bias], 'dense_1');
   */
  setWeights(weights: readonly (MatrixLike | ArrayLike<number>)[], layer?: string): void {
    if (this.state.paused) {
      throw new RangeError(
        'setWeights: the model is being trained. Await the running fit() first, or set weights in a callback.',
      );
    }
    const slots = this.#slots('setWeights', layer);
    const values = checkWeights('setWeights', slots, weights);
    slots.forEach((slot, i) => writeSlot(this.state.weights, slot, values[i].data));
  }

  /** Settings and weights as plain data, for `JSON.stringify`; `sequentialFromJSON` reads it, exact to the bit. */
  toJSON(): ModelJson {
    const { layers, inputDim, seed } = this;
    return {
      format: 'dropout-lab/1',
      inputDim,
      seed,
      layers: layers.map(({ layer, name }) => ({ ...layer, name })),
      weights: this.getWeights().map(weightsJson),
    };
  }

  /** A table of the layers, their output shapes and numbers of weights, as Keras prints it. */
  summary(): string {
    return summary(this.state.architecture);
  }

  /** Not a method here: `await fit(model, X, y, { loss, optimizer, epochs })` trains a model. */
  fit(..._options: unknown[]): never {
    throw new TypeError(
      'model.fit: call the function instead: await fit(model, X, y, { loss, optimizer, epochs }).',
    );
  }

  /** Not needed here: `fit` and `evaluate` take the loss, `fit` takes the optimizer. */
  compile(..._options: unknown[]): never {
    throw new TypeError(
      'model.compile: leave it out: fit(model, X, y, { loss, optimizer }) takes loss and optimizer.',
    );
  }

  /** Not a method here: a model is saved as text, and `sequentialFromJSON` brings it back. */
  save(..._options: unknown[]): never {
    throw new TypeError(
      'model.save: take const text = JSON.stringify(model) instead; sequentialFromJSON(JSON.parse(text)) brings it back.',
    );
  }

  #slots(fn: string, layer: string | undefined): Architecture['slots'] {
    const { slots, layers } = this.state.architecture;
    if (layer === undefined) return slots;
    const names = layers.map(({ name }) => name);
    if (!names.includes(layer)) {
      const argument = { fn, name: 'layer' };
      throw new RangeError(violation(argument, `be one of ${names.join(', ')}`, layer));
    }
    return slots.filter(slot => slot.layer === layer);
  }
}

/** Throws unless `model` comes from `sequential` and is not being trained at the moment. */
export function checkModel(fn: string, model: unknown): asserts model is Sequential {
  if (!(model instanceof Sequential)) {
    const argument = { fn, name: 'model' };
    throw new TypeError(violation(argument, 'come from sequential([…], { inputDim })', model));
  }
  if (model.state.fitting) {
    throw new RangeError(`${fn}: the model is already being trained. Await the running fit() first.`);
  }
}
