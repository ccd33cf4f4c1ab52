export { display, type Bundle, type DisplayOptions } from './display';
