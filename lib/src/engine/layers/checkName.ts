import { checkText } from '../../check';

/** Throws unless `name` is undefined or a text. */
export function checkName(fn: string, name: unknown): void {
  if (name !== undefined) checkText({ fn, name: 'name', meaning: 'of the layer' }, name);
}
