import { expect, test } from 'vitest';
import { compact } from '../../lib/src/plot/compact.ts';

test('a long list of numbers becomes little-endian float32', () => {
  const numbers = Array.from({ length: 60 }, (_, i) => i / 7);
  const packed = compact(numbers) as { dtype: string; bdata: string };
  expect(packed.dtype).toBe('f4');
  const bytes = Buffer.from(packed.bdata, 'base64');
  expect(numbers.map((_, i) => bytes.readFloatLE(4 * i))).toEqual(numbers.map(Math.fround));
});

test('a table of numbers keeps its shape', () => {
  const packed = compact(Array.from({ length: 5 }, () => Array.from({ length: 12 }, () => 1)));
  expect(packed).toMatchObject({ dtype: 'f4', shape: '5, 12' });
});

test('lists with gaps, texts or few numbers stay lists', () => {
  const gaps = Array.from({ length: 60 }, (_, i) => (i % 3 ? i : null));
  expect(compact({ gaps, few: [1 / 3], text: ['a'] })).toEqual({ gaps, few: [0.333333], text: ['a'] });
});
