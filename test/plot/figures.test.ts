import { describe, expect, test } from 'vitest';
import { samples } from './samples.ts';

const figures = Object.entries(samples('my label'));

/** Numbers cut to three decimals, so that a snapshot shows a change of the figure and not of the last bit. */
function cut(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 1000) / 1000;
  if (Array.isArray(value)) return value.map(cut);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cut(inner)]));
}

describe.each(figures)('the figure %s', (name, figure) => {
  test('is what it was, to three decimals', async () => {
    await expect(`${JSON.stringify(cut(figure), null, 1)}\n`).toMatchFileSnapshot(
      `__snapshots__/${name}.snap`,
    );
  });

  test('is plain data: JSON keeps all of it', () => {
    expect(JSON.parse(JSON.stringify(figure.data))).toStrictEqual(structuredClone(figure.data));
  });

  test('says in words what it shows: its title and numbers', () => {
    expect(figure.words.startsWith('my label')).toBe(true);
    expect(figure.words).toMatch(/\d/);
    for (const text of [figure.words, figure.alt]) {
      expect(text).not.toMatch(/NaN|undefined|Infinity|null|\[object/);
      expect(text.endsWith('.')).toBe(true);
    }
  });

  test('has its data as a table with a name for every column', () => {
    expect(figure.tables.length).toBeGreaterThan(0);
    for (const { columns, rows } of figure.tables) {
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect(row).toHaveLength(columns.length);
        expect(row.join(' ')).not.toMatch(/NaN|undefined|Infinity|null/);
      }
    }
  });

  test('has a transparent ground and no control that only a mouse reaches', () => {
    expect(figure.layout.paper_bgcolor).toBe('rgba(0,0,0,0)');
    expect(figure.layout.plot_bgcolor).toBe('rgba(0,0,0,0)');
    expect(figure.layout).not.toHaveProperty('updatemenus');
    expect(figure.layout).not.toHaveProperty('sliders');
    expect(figure.config.displayModeBar).toBe(false);
    expect((figure.layout.legend as Record<string, unknown>).itemclick).toBe(false);
  });

  test('names only axes that its layout has', () => {
    for (const trace of figure.data) {
      for (const letter of ['x', 'y']) {
        const axis = String(trace[`${letter}axis`] ?? letter).replace(letter, `${letter}axis`);
        expect(figure.layout).toHaveProperty(axis);
      }
    }
  });

  test('keeps the same traces in every frame', () => {
    const types = figure.data.map(trace => trace.type);
    for (const frame of figure.frames ?? []) expect(frame.data.map(trace => trace.type)).toEqual(types);
  });
});
