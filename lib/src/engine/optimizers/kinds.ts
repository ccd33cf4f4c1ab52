import { violation } from '../../check';
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
export function checkOptimizer(fn: string, value: unknown): Optimizer {
  const { kind, ...settings } = (typeof value === 'object' && value !== null ? value : {}) as Optimizer;
  const known = Object.hasOwn(optimizerKinds, kind);
  const made = known && kindOf({ kind } as Optimizer).build(settings as Optimizer);
  if (made && Object.keys(made).every(name => name in (value as Optimizer))) return value as Optimizer;
  const argument = { fn, name: 'optimizer' };
  throw new TypeError(
    violation(argument, 'come from sgd(…) or adam(…), as adam({ learningRate: 0.01 })', value),
  );
}

/** The memory of an optimizer that has not taken a step yet, for `size` weights. */
export function freshState(optimizer: Optimizer, size: number): OptimizerState {
  const slots = Array.from({ length: kindOf(optimizer).slots(optimizer) }, () => new Float32Array(size));
  return { steps: 0, powers: [1, 1], slots };
}
