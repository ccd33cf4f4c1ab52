import { expect, test } from 'vitest';
import { completeness, indentAfter } from '../../binder/kernel/src/completeness.ts';

test.each([
  ['', 'complete'],
  ['const x = 1;', 'complete'],
  ['f(1)', 'complete'],
  ['x++', 'complete'],
  ['for (const v of [1]) console.log(v)', 'complete'],
  ['if (x) { y() }\nelse { z() }', 'complete'],
  ['do { x++ } while (x < 3);', 'complete'],
  ['const s = `a ${f({ a: `b ${1}` })} c`', 'complete'],
  ['const r = /[/)}]"/.test("x")', 'complete'],
  ['const q = a / b / (c)', 'complete'],
  ['// an open ( in a comment', 'complete'],
  ['/* ( */ f()', 'complete'],
  ["const s = 'it\\'s'", 'complete'],
  ['import { a } from "b"', 'complete'],
  ['class A<T> { x = 1 }', 'complete'],
  ['throw new Error("x")', 'complete'],
  ['console.log("😀")', 'complete'],
  ['function f() {', 'incomplete'],
  ['const a = `x', 'incomplete'],
  ['const a = `x ${', 'incomplete'],
  ['const a = `x ${y', 'incomplete'],
  ['/* not yet', 'incomplete'],
  ['f(1,', 'incomplete'],
  ['const x =', 'incomplete'],
  ['const f = x =>', 'incomplete'],
  ['a +', 'incomplete'],
  ['model.', 'incomplete'],
  ['if (x)', 'incomplete'],
  ['for (const v of f(1))', 'incomplete'],
  ['function f(n: number)', 'incomplete'],
  ['if (x) y()\nelse', 'incomplete'],
  ['class A extends', 'incomplete'],
  ['[1, 2].map(x => {', 'incomplete'],
  ['const a = );', 'invalid'],
  ['f(]', 'invalid'],
  ['}', 'invalid'],
  ['const s = "not closed', 'invalid'],
  ["const s = 'not\nclosed'", 'invalid'],
])('%j is %s', (code, expected) => {
  expect(completeness(code)).toBe(expected);
});

test('a new line is indented like the one before it, and more after an open bracket', () => {
  expect(['f(', '  if (x) {', '  f(1,', 'x'].map(indentAfter)).toEqual(['  ', '    ', '  ', '']);
});
