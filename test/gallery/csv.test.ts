import { expect, test } from 'vitest';
import { csv } from '../../binder/figures/csv.js';

test('a table becomes CSV that programs read: plain numbers, quoted commas', () => {
  const rows = [
    ['name', 'value, in %'],
    ['a "b"', '−0.5'],
    ['c−d', '9.27 × 10⁻⁸'],
    ['', '-1.5 × 10²⁰'],
  ];
  expect(csv(rows)).toBe('name,"value, in %"\r\n"a ""b""",-0.5\r\nc−d,9.27e-8\r\n,-1.5e20\r\n');
});
