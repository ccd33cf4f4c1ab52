import { type Argument, checkEach, checkInteger, checkNumber, checkVector, violation } from '../check';
import { cos, exp, log, power } from '../elementary/index';
import { type Options, readOptions, type Settings } from '../options';
import { rebuilt } from './rebuilt';

/** A learning rate that changes from step to step, as `exponentialDecay` and the like return it. */
export type Schedule = ExponentialDecay | PiecewiseConstantDecay | CosineDecay;

const exponentialTable = {
  /** The rate of the first step. */
  initialLearningRate: { type: 'number', above: 0 },
  /** Steps in which the rate is multiplied by `decayRate`. */
  decaySteps: { type: 'integer', min: 1 },
  /** Factor per `decaySteps` steps. */
  decayRate: { type: 'number', above: 0 },
  /** Whether the rate changes only every `decaySteps` steps; false by default. */
  staircase: { type: 'boolean', default: false },
} as const;

/** What `exponentialDecay` returns. */
export interface ExponentialDecay extends Settings<typeof exponentialTable> {
  readonly kind: 'exponentialDecay';
}

/**
 * initialLearningRate · decayRate^(step / decaySteps), with the exponent rounded down if `staircase`.
 *
 * @example
 * sgd({ learningRate: exponentialDecay({ initialLearningRate: 0.1, decaySteps: 100, decayRate: 0.5 }) });
 * @see Keras: https://keras.io/api/optimizers/learning_rate_schedules/exponential_decay/
 */
export function exponentialDecay(options: Options<typeof exponentialTable>): ExponentialDecay {
  const settings = readOptions('exponentialDecay', exponentialTable, options);
  return Object.freeze({ kind: 'exponentialDecay', ...settings });
}

const piecewiseTable = {
  /** The last steps of all pieces but the last one, ascending. */
  boundaries: {
    read(boundaries: ArrayLike<number>, argument: Argument): readonly number[] {
      checkEach(argument, boundaries, undefined, (at, step) => checkInteger(at, step, 0));
      const wrong = Array.from(boundaries).findIndex((step, i) => i > 0 && step <= boundaries[i - 1]);
      if (wrong >= 0) throw new RangeError(violation(argument, 'ascend', boundaries));
      return Object.freeze(Array.from(boundaries));
    },
  },
  /** The rate of each piece: one more than boundaries. */
  values: {
    read(values: ArrayLike<number>, argument: Argument): readonly number[] {
      checkEach(argument, values, undefined, (at, rate) => checkNumber(at, rate, { above: 0 }));
      return Object.freeze(Array.from(values));
    },
  },
} as const;

/** What `piecewiseConstantDecay` returns. */
export interface PiecewiseConstantDecay extends Settings<typeof piecewiseTable> {
  readonly kind: 'piecewiseConstantDecay';
}

/**
 * values[0] up to and including step boundaries[0], then values[1] up to boundaries[1], and so on.
 *
 * @example
 * sgd({ learningRate: piecewiseConstantDecay({ boundaries: [100, 200], values: [0.1, 0.01, 0.001] }) });
 * @see Keras: https://keras.io/api/optimizers/learning_rate_schedules/piecewise_constant_decay/
 */
export function piecewiseConstantDecay(options: Options<typeof piecewiseTable>): PiecewiseConstantDecay {
  const fn = 'piecewiseConstantDecay';
  const settings = readOptions(fn, piecewiseTable, options);
  checkVector({ fn, name: 'values' }, settings.values, settings.boundaries.length + 1);
  return Object.freeze({ kind: fn, ...settings });
}

const cosineTable = {
  /** The rate of the first step, or of the warm-up's. */
  initialLearningRate: { type: 'number', min: 0 },
  /** Steps in which the rate falls to alpha times its highest value; it stays there. */
  decaySteps: { type: 'integer', min: 1 },
  /** Share of the rate that is left at the end; 0 by default. */
  alpha: { type: 'number', min: 0, max: 1, default: 0 },
  /** Where the rate rises to before it falls; null (default) for no warm-up. */
  warmupTarget: { type: 'number', above: 0, default: null },
  /** Steps in which it rises; 0 by default. */
  warmupSteps: { type: 'integer', min: 0, default: 0 },
} as const;

/** What `cosineDecay` returns. */
export interface CosineDecay extends Settings<typeof cosineTable> {
  readonly kind: 'cosineDecay';
}

/**
 * Falls from the initial rate along half a cosine: rate · ((1 − alpha) · (1 + cos(π · step / decaySteps)) / 2 + alpha). With
 * `warmupTarget` it first rises to this in a straight line, in `warmupSteps` steps.
 *
 * @example
 * adam({ learningRate: cosineDecay({ initialLearningRate: 0.01, decaySteps: 200 }) });
 * @see Loshchilov and Hutter, ICLR 2017; Keras: https://keras.io/api/optimizers/learning_rate_schedules/cosine_decay/
 */
export function cosineDecay(options: Options<typeof cosineTable>): CosineDecay {
  return Object.freeze({ kind: 'cosineDecay', ...readOptions('cosineDecay', cosineTable, options) });
}

/** Every kind of schedule: how it is built, and its rate for a step, counted from 0. */
const scheduleKinds: {
  readonly [Kind in Schedule['kind']]: {
    build(options: object): Schedule;
    rate(schedule: Extract<Schedule, { kind: Kind }>, step: number): number;
  };
} = {
  exponentialDecay: {
    build: options => exponentialDecay(options as ExponentialDecay),
    rate({ initialLearningRate, decaySteps, decayRate, staircase }, step) {
      const exponent = step / decaySteps;
      const whole = Math.floor(exponent);
      const rest = staircase ? 1 : exp((exponent - whole) * log(decayRate));
      return initialLearningRate * power(decayRate, whole) * rest;
    },
  },
  piecewiseConstantDecay: {
    build: options => piecewiseConstantDecay(options as PiecewiseConstantDecay),
    rate({ boundaries, values }, step) {
      const piece = boundaries.findIndex(boundary => step <= boundary);
      return values[piece < 0 ? boundaries.length : piece];
    },
  },
  cosineDecay: {
    build: options => cosineDecay(options as CosineDecay),
    rate({ initialLearningRate, decaySteps, alpha, warmupTarget, warmupSteps }, step) {
      if (warmupTarget !== null && step < warmupSteps) {
        return initialLearningRate + ((warmupTarget - initialLearningRate) * step) / warmupSteps;
      }
      const from = warmupTarget === null ? 0 : warmupSteps;
      const share = Math.min(step - from, decaySteps) / decaySteps;
      const cosine = (1 + cos(Math.PI * share)) / 2;
      return (warmupTarget ?? initialLearningRate) * ((1 - alpha) * cosine + alpha);
    },
  },
};

/** A learning rate, constant or scheduled, once it is checked. */
export function checkedLearningRate(value: number | Schedule, argument: Argument): number | Schedule {
  if (typeof value !== 'object' || value === null) {
    checkNumber(argument, value, { above: 0 });
    return value;
  }
  return rebuilt<Schedule>(argument, scheduleKinds, value, 'be a number or come from');
}

/** The rate for a step; a scheduled one is rounded to float32, as the weights are. */
export function rateAt(learningRate: number | Schedule, step: number): number {
  if (typeof learningRate === 'number') return learningRate;
  return Math.fround(scheduleKinds[learningRate.kind].rate(learningRate as never, step));
}
