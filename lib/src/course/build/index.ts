export { dropoutForward, type Dropped } from './dropoutForward';
export { dropoutBackward } from './dropoutBackward';
export { slope } from './slope';
export { handMadeBackward, handMadeForward, type HandMade, type HandMadePass } from './handMade';
