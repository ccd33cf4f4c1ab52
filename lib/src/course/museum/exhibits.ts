import * as faulty from './faultyLayers';
import { type Named } from './soundLayers';

const kinds = [
  'wrong mode',
  'wrong gradient',
  'not random enough',
  'wrong numbers',
  'wrong housekeeping',
] as const;

/** A fault that somebody shipped. */
export interface Exhibit extends Named {
  readonly kind: (typeof kinds)[number];
  /** Where it was reported. */
  readonly address: string;
  /** What it did there, as reported. */
  readonly cost: string;
}

const github = 'https://github.com/';

/** The faulty layers of the museum, by kind. */
export const exhibits: readonly Exhibit[] = [
  {
    name: 'on at prediction',
    kind: 'wrong mode',
    make: (rate, seed) => new faulty.OnAtPrediction(rate, seed),
    address: `${github}ipolharvard/ethos-ares/issues/20`,
    cost: 'the results of a published paper were computed with dropout on; corrected tables followed',
  },
  {
    name: 'never back to training',
    kind: 'wrong mode',
    make: (rate, seed) => new faulty.NeverBack(rate, seed),
    address: `${github}fartashf/vsepp/issues/4`,
    cost: 'dropout ended at the first validation of each epoch; a flag keeps the published behavior',
  },
  {
    name: 'result thrown away',
    kind: 'wrong mode',
    make: (rate, seed) => new faulty.ThrownAway(rate, seed),
    address: `${github}evintunador/templateGPT/issues/1`,
    cost: 'dropout was called and never applied: the model trained without it',
  },
  {
    name: 'another mask backward',
    kind: 'wrong gradient',
    make: (rate, seed) => new faulty.OtherMaskBackward(rate, seed),
    address: `${github}allenai/OLMo-core/pull/828`,
    cost: 'a loss of 2.495 instead of 2.195 after 150 steps of a 4B model',
  },
  {
    name: 'the same mask forever',
    kind: 'not random enough',
    make: (rate, seed) => new faulty.FrozenMask(rate, seed),
    address: `${github}elixir-nx/axon/issues/423`,
    cost: 'the same units were masked in every step: pruning instead of dropout',
  },
  {
    name: 'the same mask on every worker',
    kind: 'not random enough',
    make: (rate, seed) => new faulty.SameOnEveryWorker(rate, seed),
    address: `${github}huggingface/transformers/issues/31412`,
    cost: 'huge gradient norms and worse models on several devices',
  },
  {
    name: 'whole samples dropped',
    kind: 'not random enough',
    make: (rate, seed) => new faulty.WholeSamples(rate, seed),
    address: `${github}pytorch/pytorch/issues/77081`,
    cost: 'one release read the axes differently from the release before, without a warning',
  },
  {
    name: 'groups of four',
    kind: 'not random enough',
    make: (rate, seed) => new faulty.GroupsOfFour(rate, seed),
    address: `${github}pytorch/pytorch/issues/198333`,
    cost: 'in compiled models, groups of four neighboring channels shared one mask',
  },
  {
    name: 'keep and drop exchanged',
    kind: 'wrong numbers',
    make: (rate, seed) => new faulty.Exchanged(rate, seed),
    address: `${github}aymericdamien/TensorFlow-Examples/issues/205`,
    cost: 'a tutorial dropped three quarters of the units where it meant to keep them',
  },
  {
    name: 'scaled by the drop rate',
    kind: 'wrong numbers',
    make: (rate, seed) => new faulty.ScaledByDropRate(rate, seed),
    address: `${github}karpathy/convnetjs/pull/61`,
    cost: 'correct at rate 0.5 only; reported in 2016 and again in 2019, still not mended',
  },
  {
    name: 'scaled by one half, always',
    kind: 'wrong numbers',
    make: (rate, seed) => new faulty.HardCodedHalf(rate, seed),
    address: `${github}mp2893/retain/pull/1`,
    cost: 'the factor at test time was always one half: correct at rate 0.5 only',
  },
  {
    name: 'coarse random numbers',
    kind: 'wrong numbers',
    make: (rate, seed) => new faulty.CoarseNumbers(rate, seed),
    address: `${github}jwohlwend/boltz/issues/553`,
    cost: 'about 16 of 8192 rows dropped in prediction, with dropout set to 0',
  },
  {
    name: 'mask never drawn',
    kind: 'wrong numbers',
    make: (rate, seed) => new faulty.MaskNeverDrawn(rate, seed),
    address: `${github}ooples/AiDotNet.Tensors/pull/732`,
    cost: 'every activation was dropped on the GPU, and the models stayed at chance level',
  },
  {
    name: 'in place',
    kind: 'wrong housekeeping',
    make: (rate, seed) => new faulty.InPlace(rate, seed),
    address: `${github}pytorch/pytorch/issues/727`,
    cost: 'the backward pass failed: dropout had overwritten the output of ReLU, which it needs',
  },
  {
    name: 'new rate ignored',
    kind: 'wrong housekeeping',
    make: (rate, seed) => new faulty.RateIgnored(rate, seed),
    address: `${github}keras-team/keras/issues/8826`,
    cost: 'the rate was set to 0 after building, and training still dropped 20 %',
  },
];
