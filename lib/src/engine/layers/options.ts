import { checkText, violation } from '../../check';

/** Throws a TypeError unless `options` is an object whose keys are all among `known`; the message shows the right call. */
export function checkOptions(fn: string, options: unknown, known: readonly string[], example: string): void {
  const argument = { fn, name: 'options' };
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(violation(argument, `be an object, as in ${fn}(${example})`, options));
  }
  const stranger = Object.keys(options).find(key => !known.includes(key));
  if (stranger !== undefined) {
    throw new TypeError(violation(argument, `have no other keys than ${known.join(', ')}`, stranger));
  }
}

/** Throws unless `name` is undefined or a text. */
export function checkName(fn: string, name: unknown): void {
  if (name !== undefined) checkText({ fn, name: 'name', meaning: 'of the layer' }, name);
}
