import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fnv1a } from '../../lib/src/notebook/fnv1a.ts';

test.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('the hash of %j is the one its authors list', (text, hash) => {
  expect(fnv1a(text)).toBe(hash);
});

test('agrees with the definition in integers of any length', () => {
  const byDefinition = (text: string): bigint =>
    Buffer.from(text).reduce(
      (hash, byte) => ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn,
      0xcbf29ce484222325n,
    );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(fnv1a(text)).toBe(byDefinition(text).toString(16).padStart(16, '0'));
    }),
  );
});
