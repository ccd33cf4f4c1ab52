import type { Matrix, MatrixLike } from '../numpy/matrix';
import type { Architecture } from './architecture';
import { checkInputs, checkTargets, type TargetsLike } from './batch';
import { type Loss, lossKinds } from './losses/kinds';

/** Inputs and encoded targets that fit the model, the loss and each other. */
export function checkData(
  fn: string,
  suffix: string,
  { inputDim, outputDim }: Architecture,
  loss: Loss,
  X: MatrixLike,
  y: TargetsLike,
): { X: Matrix; y: Matrix } {
  const inputs = checkInputs({ fn, name: `X${suffix}` }, X, inputDim);
  const argument = { fn, name: `y${suffix}` };
  const targets = checkTargets(argument, y, inputs.rows);
  return { X: inputs, y: lossKinds[loss].encode(argument, targets, outputDim) };
}
