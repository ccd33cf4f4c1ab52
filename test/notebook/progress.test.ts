import { expect, test } from 'vitest';
import { progress } from '../../lib/src/notebook/progress.ts';
import { displayed } from './displayed.ts';

test('progress fills one bar, draws no faster than eyes see, and leaves when it is full', async () => {
  const sent = await displayed(() => {
    const report = progress(1000, 'seeds');
    for (let done = 1; done <= 1000; done++) report(done);
  });
  expect(sent.length).toBeLessThan(20);
  expect(sent[0].update).toBe(false);
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  const last = sent[sent.length - 1];
  expect(last.update).toBe(true);
  expect(last.data['text/plain']).toBe('1000 of 1000 seeds');
  expect(sent[0].data['text/html']).toContain('<progress max="1000" value="0">');
  expect(last.data['text/html']).toBe('');
});

test('two bars do not disturb each other', async () => {
  const sent = await displayed(() => {
    progress(2)(2);
    progress(2)(2);
  });
  expect(new Set(sent.map(({ id }) => id)).size).toBe(2);
});

test('progress needs a whole number to reach', () => {
  expect(() => progress(0)).toThrow('progress: total must be at least 1. Got 0.');
  expect(() => progress(1.5)).toThrow(RangeError);
});
