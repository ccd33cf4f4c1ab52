import { expect, test } from 'vitest';
import { galleryFigures } from './figures.ts';

test('every figure of the gallery says in at most 150 characters what is seen', async () => {
  const figures = Object.entries(await galleryFigures());
  expect(figures.length).toBeGreaterThan(15);
  for (const [name, { alt, title = '' }] of figures) {
    expect(alt.length, `${name}: ${alt}`).toBeLessThanOrEqual(150);
    expect(alt, name).toMatch(/^\w.*\.$/s);
    if (title) expect(alt, name).not.toContain(title);
    if (process.env.SHOW) console.log(name.padEnd(14), alt);
  }
  expect(new Set(figures.map(([, { alt }]) => alt)).size).toBe(figures.length);
});
