import type { Matrix, MatrixLike } from '../numpy/matrix';
import { checkInputs, checkTargets, type TargetsLike } from './batch';
import type { Architecture } from './layers/layer';
import type { LossKind } from './losses/loss';

/** Inputs and encoded targets, once model, loss and data are known to fit each other. */
export function checkData(
  fn: string,
  suffix: string,
  { inputDim, outputDim, layers }: Architecture,
  { name, activation, encode }: LossKind,
  X: MatrixLike,
  y: TargetsLike,
): { X: Matrix; y: Matrix } {
  const { layer } = layers[layers.length - 1];
  if (activation && !('activation' in layer && layer.activation === activation)) {
    const call = `dense({ units: ${outputDim}, activation: '${activation}' })`;
    const got = 'activation' in layer ? `activation '${String(layer.activation)}'` : `${layer.kind}(…)`;
    throw new RangeError(`${fn}: the last layer must be ${call} for loss '${name}'. Got ${got}.`);
  }
  const inputs = checkInputs({ fn, name: `X${suffix}` }, X, inputDim);
  const argument = { fn, name: `y${suffix}` };
  return { X: inputs, y: encode(argument, checkTargets(argument, y, inputs.rows), outputDim, y) };
}
