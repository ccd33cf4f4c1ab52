import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { cos, exp, expm1, log, log1p, norm, power, sin, tanh } from '../../lib/src/elementary/index.ts';
import mpmath from '../fixtures/elementary/elementary.json' with { type: 'json' };

const functions = { log, log1p, exp, expm1, tanh, sin, cos };
type Name = keyof typeof functions;

const number = new Float64Array(1);
const bits = new BigInt64Array(number.buffer);

/** How many floats lie between two. */
function ulps(a: number, b: number): number {
  const [x, y] = [a, b].map(value => {
    number[0] = value;
    return bits[0] < 0n ? -(bits[0] & 0x7fffffffffffffffn) : bits[0];
  });
  return Math.abs(Number(x - y));
}

/** Units in the last place that a result may be off, and the share of results that may. */
const promises: Record<Name, [number, number]> = {
  log: [0, 0],
  exp: [1, 0.02],
  log1p: [1, 0.1],
  sin: [1, 0.06],
  cos: [1, 0.06],
  expm1: [2, 0.5],
  tanh: [5, 0.7],
};

describe.each(Object.keys(functions) as Name[])('%s', name => {
  test(`is the value of ${mpmath['made by']}, rounded`, () => {
    const [most, share] = promises[name];
    const off = mpmath[name].map(([x, value]) => ulps(functions[name](x), value));
    expect(Math.max(...off)).toBeLessThanOrEqual(most);
    expect(off.filter(Boolean).length / off.length).toBeLessThanOrEqual(share);
  });

  test('has the values of JavaScript at the ends of its domain', () => {
    const ends = [
      0,
      -0,
      1,
      NaN,
      ...(name === 'sin' || name === 'cos' ? [] : [-1, -2, 800, -800, Infinity, -Infinity]),
    ];
    for (const x of ends) expect(Object.is(functions[name](x), Math[name](x)), `${x}`).toBe(true);
  });
});

test('power multiplies', () => {
  expect([power(3, 0), power(3, 5), power(0.5, 1074), power(0, 0), power(0.9, 3)]).toEqual([
    1,
    243,
    2 ** -1074,
    1,
    0.9 * (0.9 * 0.9),
  ]);
});

test('the bits are the same on every platform', () => {
  const hash = createHash('sha256');
  for (const f of Object.values(functions)) {
    for (let k = 1; k <= 2000; k++) {
      number[0] = f((k * 0.618033988749895) % 5);
      hash.update(new Uint8Array(number.buffer));
    }
  }
  expect(hash.digest('hex').slice(0, 16)).toBe('5da3103f2f7ce078');
});

describe('norm', () => {
  test('is the length of a vector, of any size that has squares and of any that has none', () => {
    expect([norm([]), norm([0, -0]), norm([-3, 4]), norm([1e-320, 0])]).toEqual([0, 0, 5, 1e-320]);
    expect([norm([3e300, 4e300]) / 5e300, norm([3e-300, 4e-300]) / 5e-300].map(x => ulps(x, 1) <= 1)).toEqual(
      [true, true],
    );
    expect([norm([1, Infinity]), norm([1, NaN])]).toEqual([Infinity, NaN]);
  });

  test('is scaled to the bit by powers of two', () => {
    const vector = [0.1, -0.7, 1.3];
    for (const k of [-900, -1, 1, 900]) expect(norm(vector.map(x => x * 2 ** k))).toBe(norm(vector) * 2 ** k);
  });
});
