import { UNIT_INPUTS, type UnitPlaygroundSettings } from '../../../lib/src/notebook/unitPlayground.ts';
import {
  dropoutOutputs,
  dropoutPenalty,
  ensembleLoss,
  ensembleOutput,
  expectedDropoutLoss,
} from '../../../lib/src/theory/linearUnit.ts';
import { maskProbabilities } from '../../../lib/src/theory/masks.ts';
import type { LinearUnit } from '../../../lib/src/theory/unit.ts';

/** Mean loss over all masks and loss of prediction, at one rate. */
export interface Losses {
  readonly rate: number;
  readonly expected: number;
  readonly ensemble: number;
}

/** What a unit's playground draws: sums over all eight masks, and the penalty by its formula. */
export interface UnitNumbers extends Losses {
  /** y_D under each mask, and how likely that mask is. */
  readonly outputs: ArrayLike<number>;
  readonly probabilities: ArrayLike<number>;
  readonly target: number;
  /** y_E: what the unit predicts. */
  readonly predicted: number;
  /** What it would predict if the factor of scale-down were forgotten. */
  readonly unscaled: number;
  readonly penalty: number;
  /** The losses at every rate, from 0 on. */
  readonly byRate: readonly Losses[];
}

const RATES = Array.from({ length: 39 }, (_, k) => k / 40);

/** The numbers of a playground, each from the course's own theory. */
export function computeUnit({ rate, weights, target, scaling }: UnitPlaygroundSettings): UnitNumbers {
  const at = (anyRate: number): LinearUnit => ({ inputs: UNIT_INPUTS, weights, rate: anyRate, scaling });
  const losses = (anyRate: number): Losses => ({
    rate: anyRate,
    expected: expectedDropoutLoss(at(anyRate), target),
    ensemble: ensembleLoss(at(anyRate), target),
  });
  return {
    ...losses(rate),
    outputs: dropoutOutputs(at(rate)),
    probabilities: maskProbabilities(UNIT_INPUTS.length, rate),
    target,
    predicted: ensembleOutput(at(rate)),
    unscaled: UNIT_INPUTS.reduce((sum, x, i) => sum + weights[i]! * x, 0),
    penalty: dropoutPenalty(at(rate)),
    byRate: RATES.map(losses),
  };
}
