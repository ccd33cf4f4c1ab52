export { mean } from './mean';
export { sd } from './sd';
export { median, quantile } from './quantile';
export { type Interval, type IntervalOptions } from './confidence';
export { meanInterval, type MeanInterval } from './meanInterval';
export { pairedDifference, type PairedDifference } from './pairedDifference';
export { binomialInterval, type BinomialInterval } from './binomialInterval';
export { winRate, type WinRate } from './winRate';
export { type Values } from './values';
