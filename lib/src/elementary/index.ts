export { log, log1p } from './log';
export { exp, expm1, tanh } from './exp';
export { cos, sin } from './sin';
export { norm } from './norm';
export { power } from './power';
