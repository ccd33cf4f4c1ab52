import { expect, test } from 'vitest';
import { modules } from '../../../handouts/live/modules.ts';
import lib from '../../../lib/package.json' with { type: 'json' };

test('a page has every module of the library that a notebook can import; TensorFlow.js where it is used', () => {
  const names = Object.keys(lib.exports)
    .filter(name => !/package\.json|tfjs/.test(name))
    .map(name => name.replace('.', 'dropout-lab'));
  expect(Object.keys(modules).toSorted()).toEqual(names.toSorted());
});
