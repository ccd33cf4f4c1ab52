import { describe, expect, it } from 'vitest';
import { philox } from './philox.ts';
import { xoshiro } from './words.ts';
import { KERNEL, SIGMAS } from '../../tolerances.ts';
import { distance, filled, normals, padded, sideBySide, SIZES } from './sideBySide.ts';

const HALF = 2 ** 31;

describe('philox', () => {
  // The known answers published with Random123 (Salmon et al.), philox4x32-10.
  it.each([
    [[0, 0, 0, 0], [0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    [Array(4).fill(0xffffffff), Array(2).fill(0xffffffff), '408f276d 41c83b0e a20bc7c6 6d5451fd'],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    ],
  ])('gives the published words for counter %j', (counter, key, expected) => {
    const words = philox(counter, key).map(word => word.toString(16).padStart(8, '0'));
    expect(words.join(' ')).toBe(expected);
  });
});

describe('xoshiro', () => {
  it('gives the first words of the reference implementation of xoshiro128++ from state 1, 2, 3, 4', () => {
    const state = [1, 2, 3, 4];
    const words = Array.from({ length: 10 }, () => xoshiro(state));
    expect(words).toEqual([
      641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011,
      621204420,
    ]);
  });
});

describe('bernoulli', () => {
  it.each(SIZES)('gives the bits of the plain one: %i numbers', size => {
    const count = padded(size);
    const { simd, plain } = sideBySide({ mask: filled(1, 128) }, (kernels, { mask }) =>
      kernels.bernoulli(mask, count, HALF, 12345, -678, 9, 2),
    );
    const masks = [simd, plain].map(({ regions }) => regions.mask.subarray(0, count));
    expect(masks[0]).toEqual(masks[1]);
  });

  it('depends on every part of key, step and stream', () => {
    const draws = [
      [1, 2, 3, 4],
      [5, 2, 3, 4],
      [1, 5, 3, 4],
      [1, 2, 5, 4],
      [1, 2, 3, 5],
    ].map(([key0, key1, step, stream]) => {
      const { simd } = sideBySide({ mask: filled(1, 128) }, (kernels, { mask }) =>
        kernels.bernoulli(mask, 128, HALF, key0, key1, step, stream),
      );
      return simd.regions.mask.join('');
    });
    expect(new Set(draws).size).toBe(draws.length);
  });

  it('has masks of neighboring steps that agree no more often than chance', () => {
    const size = 64_000;
    const { simd } = sideBySide({ a: filled(1, size), b: filled(1, size) }, (kernels, { a, b }) => {
      kernels.bernoulli(a, size, HALF, 1, 2, 100, 4);
      kernels.bernoulli(b, size, HALF, 1, 2, 101, 4);
    });
    const { a, b } = simd.regions;
    const agreeing = a.reduce((count, value, i) => count + Number(value === b[i]), 0);
    expect(Math.abs(agreeing - size / 2)).toBeLessThan(SIGMAS * Math.sqrt(size / 4));
  });
});

describe('gaussian', () => {
  it('agrees with the plain one and has mean 1 and the deviation asked for', () => {
    const size = 40_000;
    const { simd, plain } = sideBySide({ noise: filled(1, size) }, (kernels, { noise }) =>
      kernels.gaussian(noise, size, 0.5, 1, 2, 3, 4),
    );
    const { noise } = simd.regions;
    expect(distance(noise, plain.regions.noise)).toBeLessThan(KERNEL);
    const mean = noise.reduce((sum, value) => sum + value, 0) / size;
    const variance = noise.reduce((sum, value) => sum + (value - mean) ** 2, 0) / size;
    expect(Math.abs(mean - 1)).toBeLessThan((SIGMAS * 0.5) / Math.sqrt(size));
    expect(Math.abs(variance / 0.25 - 1)).toBeLessThan(SIGMAS * Math.sqrt(2 / size));
  });
});

describe('multiply', () => {
  it.each(SIZES)('agrees with the plain one: %i numbers', size => {
    const regions = { x: normals(1, size), mask: filled(1, size, 1), y: filled(1, size) };
    const { simd, plain } = sideBySide(regions, (kernels, { x, mask, y }) =>
      kernels.multiply(x, mask, y, padded(size), 1 / 3),
    );
    expect(distance(simd.regions.y, plain.regions.y)).toBeLessThan(KERNEL);
    expect(simd.regions.y.every(value => value !== 0)).toBe(true);
  });

  it('leaves a negative zero where a negative number is dropped, as the lecture prints it', () => {
    const regions = { x: { rows: 1, cols: 2, data: [-2, 2] }, mask: filled(1, 2) };
    const { simd } = sideBySide(regions, (kernels, { x, mask }) => kernels.multiply(x, mask, x, 4, 2));
    expect([...simd.regions.x]).toEqual([-0, 0]);
  });
});
