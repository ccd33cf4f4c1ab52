import { type Argument, violation } from '../../check';
import { rebuilt } from '../rebuilt';
import { type Adam, adamKind } from './adam';
import type { OptimizerKind, OptimizerState } from './optimizer';
import { type Sgd, sgdKind } from './sgd';

export type Optimizer = Sgd | Adam;

/** Every kind of optimizer. A new one is a file of its own and its lines here. */
const optimizerKinds: {
  readonly [Kind in Optimizer['kind']]: OptimizerKind<Extract<Optimizer, { kind: Kind }>>;
} = { sgd: sgdKind, adam: adamKind };

/** The kind of an optimizer. */
export function kindOf(optimizer: Optimizer): OptimizerKind<Optimizer> {
  return optimizerKinds[optimizer.kind] as OptimizerKind<Optimizer>;
}

/** The optimizer, unless one of its settings is missing or out of range. */
export function checkedOptimizer(value: Optimizer, argument: Argument): Optimizer {
  const made = rebuilt<Optimizer>(argument, optimizerKinds, value);
  const missing = Object.keys(made).find(name => !(name in value));
  if (missing === undefined) return value;
  throw new TypeError(violation(argument, `have ${missing}, as ${made.kind}(…) returns it`, value));
}

/** The memory of an optimizer that has not taken a step yet, for `size` weights. */
export function freshState(optimizer: Optimizer, size: number): OptimizerState {
  const slots = Array.from({ length: kindOf(optimizer).slots(optimizer) }, () => new Float32Array(size));
  return { steps: 0, powers: [1, 1], slots };
}
