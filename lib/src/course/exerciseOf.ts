import { checkChoice } from '../check';
import type { Exercise } from './exercise';
import { exercises } from './exercises';

/**
 * The exercise of the course with this id, as `06/rescale`.
 *
 * @throws RangeError when there is none; it names those of the same notebook.
 */
export function exerciseOf(fn: string, id: string): Exercise {
  const notebook = id.split('/')[0];
  const ids = Object.keys(exercises);
  const near = ids.filter(name => name.startsWith(`${notebook}/`));
  checkChoice({ fn, name: 'exercise' }, id, ids.includes(id) || !near.length ? ids : near);
  return exercises[id];
}
