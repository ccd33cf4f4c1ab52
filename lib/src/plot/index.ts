export { type Figure, type FigureOptions, type FigureTable, type Frame, type Trace } from './figure';
export { plotPoints, type LabeledPoints, type PointsOptions } from './plotPoints';
export { plotBoundary, type BoundaryOptions, type NamedModel, type Predict } from './plotBoundary';
export {
  plotLossCurves,
  type Curve,
  type LossCurvesOptions,
  type LossHistory,
  type LossRun,
} from './plotLossCurves';
export { plotSweep, type SweepOptions, type SweepSeries } from './plotSweep';
export { plotBars, type Bar, type BarsOptions } from './plotBars';
export { plotHistogram, type Distribution, type PlotHistogramOptions } from './plotHistogram';
export { plotMask, type MaskOptions } from './plotMask';
export { plotGradientFlow, type GradientFlowOptions, type LayerGradient } from './plotGradientFlow';
export { plotConvergence, type ConvergenceOptions, type Draws } from './plotConvergence';
export { sideBySide } from './sideBySide';
export { type PlotValues } from './arguments';
export { type Arm } from './theme';
export { plotNetwork, type NetworkOptions } from './plotNetwork';
export { networkState, type NetworkState, type NetworkStateOptions } from './networkState';
