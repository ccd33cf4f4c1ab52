export { display, type Bundle, type DisplayOptions } from './display';
export { figureBundle, show } from './show';
export { courseSeed } from './courseSeed';
