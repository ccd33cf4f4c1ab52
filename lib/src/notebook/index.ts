import '../node/host';

export { say } from './say';
export { table, unchangedFrom, whereZero, type Mark, type Marker, type TableOptions } from './table';
export { figureBundle, show } from './show';
export { playground, type Playground, type PlaygroundOptions, type PlaygroundSettings } from './playground';
export {
  unitPlayground,
  type UnitPlayground,
  type UnitPlaygroundOptions,
  type UnitPlaygroundSettings,
} from './unitPlayground';
export { courseSeed } from './courseSeed';
export { progress } from './progress';
export { formatNumber } from '../formatNumber';
export { plusMinus, type PlusMinusOptions } from './plusMinus';
export { display, type Bundle, type DisplayOptions } from './display';
export { liveView, type LiveViewOptions } from './liveView';
