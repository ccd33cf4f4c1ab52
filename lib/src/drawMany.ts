import { checkInteger } from './check';

/** No more numbers at once than an index of 32 bits can name. */
export const MAX_SIZE: number = 2 ** 31 - 1;

/** `size` draws in an array. */
export function drawMany(fn: string, size: number, next: () => number): Float64Array {
  checkSize(fn, size);
  const values = new Float64Array(size);
  for (let i = 0; i < size; i++) values[i] = next();
  return values;
}

export function checkSize(fn: string, size: number): void {
  checkInteger({ fn, name: 'size', meaning: 'number of draws' }, size, 0, MAX_SIZE);
}
