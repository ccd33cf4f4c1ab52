import { describe, expect, test } from 'vitest';
import { answerColors, ink, markColors, muted, paper } from '../../lib/src/palette.ts';
import { armStyles, classStyles, seriesStyle } from '../../lib/src/plot/theme.ts';
import { samples } from './samples.ts';

const channels = (hex: string): number[] => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));
const linear = (hex: string): number[] =>
  channels(hex).map(c => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));

/** WCAG's contrast ratio, 1 to 21. */
function contrast(a: string, b: string): number {
  const [high, low] = [a, b]
    .map(hex => linear(hex).reduce((sum, c, i) => sum + [0.2126, 0.7152, 0.0722][i] * c, 0))
    .toSorted((p, q) => q - p);
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes (2009), full severity, on linear RGB. */
const blindness = {
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function lab(rgb: readonly number[]): number[] {
  const xyz = [
    [0.4124, 0.3576, 0.1805],
    [0.2126, 0.7152, 0.0722],
    [0.0193, 0.1192, 0.9505],
  ].map((row, i) => row.reduce((sum, k, j) => sum + k * Math.max(0, rgb[j]), 0) / [0.9505, 1, 1.089][i]);
  const [fx, fy, fz] = xyz.map(t => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116));
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/** How far apart two colors look (CIE 1976) to somebody with a color blindness. */
function distance(a: string, b: string, matrix: readonly number[]): number {
  const [p, q] = [a, b].map(hex => {
    const rgb = linear(hex);
    return lab([0, 1, 2].map(i => rgb.reduce((sum, c, j) => sum + matrix[3 * i + j] * c, 0)));
  });
  return Math.hypot(...p.map((value, i) => value - q[i]));
}

const allColors = [
  armStyles.with,
  armStyles.without,
  ...classStyles,
  ...[0, 1, 2, 3, 4, 5].map(index => seriesStyle(index)),
].map(style => style.color);

const toldApart = [...allColors, ...Object.values(markColors), ...Object.values(answerColors)];

test.each([...new Set(toldApart)])('%s stands out from white and from a dark page (3 : 1)', color => {
  expect(contrast(color, '#ffffff')).toBeGreaterThan(3);
  expect(contrast(color, '#111111')).toBeGreaterThan(3);
});

test('a color means one thing: no other series has the color of an arm or of a class', () => {
  const twoClasses = classStyles.slice(0, 2); // the course has no more
  const taken = [armStyles.with, armStyles.without, ...twoClasses].map(style => style.color);
  const others = [0, 1, 2, 3, 4, 5].map(index => seriesStyle(index).color);
  expect(new Set([...taken, ...others]).size).toBe(10);
  const unchanged = [1, 0, 0, 0, 1, 0, 0, 0, 1]; // an eye without color blindness
  for (const other of others)
    for (const color of taken) expect(distance(other, color, unchanged)).toBeGreaterThan(25);
});

test('text on paper has a contrast of 4.5 : 1 and more', () => {
  expect(contrast(ink, paper)).toBeGreaterThan(4.5);
  expect(contrast(muted, paper)).toBeGreaterThan(4.5);
});

describe.each(Object.entries(blindness))('to a %s eye', (_, matrix) => {
  test('with and without dropout look different', () => {
    expect(distance(armStyles.with.color, armStyles.without.color, matrix)).toBeGreaterThan(25);
  });
  test('the classes look different', () => {
    expect(distance(classStyles[0].color, classStyles[1].color, matrix)).toBeGreaterThan(25);
  });
  test('the first two series that are no arm look different', () => {
    expect(distance(seriesStyle(0).color, seriesStyle(1).color, matrix)).toBeGreaterThan(25);
  });
});

test('red and green of the same lightness would not pass (negative control)', () => {
  expect(distance('#b05050', '#6c7f3f', blindness.deutan)).toBeLessThan(25);
});

test('points on a colored map have a rim in the color of the text, light or dark', () => {
  const markers = samples('T').boundary.data.filter(({ mode }) => mode === 'markers');
  expect(markers.length).toBeGreaterThan(0);
  for (const { marker } of markers) expect(marker).toMatchObject({ line: { color: ink } });
});

test('without color, series differ by dash and symbol', () => {
  const styles = [armStyles.with, armStyles.without, ...[0, 1, 2, 3].map(index => seriesStyle(index))];
  expect(new Set(styles.slice(2).map(style => style.symbol)).size).toBe(4);
  expect(armStyles.with.dash).not.toBe(armStyles.without.dash);
  expect(armStyles.with.symbol).not.toBe(armStyles.without.symbol);
});
