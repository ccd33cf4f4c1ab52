import '../node/host';

export { runExperiment, type Experiment, type Run, type TrainingRecipe } from './experiment';
export {
  experimentData,
  type BlobsRecipe,
  type CurvesRecipe,
  type ExperimentData,
  type Points,
  type PointsRecipe,
  type Recipe,
} from './experimentData';
export { sweep, type SweepPlan, type SweepProgress, type SweepRuns } from './sweep';
