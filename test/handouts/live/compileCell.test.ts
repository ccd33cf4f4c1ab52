import { describe, expect, test } from 'vitest';
import { compileCell } from '../../../handouts/live/compileCell.ts';
import { courseNotebooks } from '../../../handouts/course.ts';
import { text } from '../../../handouts/notebook.ts';
import { readNotebook } from '../../../handouts/readNotebook.ts';

/** The body without what is inserted at its head, spaces as one. */
const plain = (source: string) => compileCell(source).body.replace(/\s+/g, ' ').trim();

describe('compileCell erases', () => {
  test.each([
    ['f<number>(1)', 'return (f (1));'],
    ['x as T', 'return (x );'],
    ['(x satisfies Y).z', 'return ((x ).z);'],
    ['(<any>x).y', 'return (( x).y);'],
    ['a!.b!()', 'return (a .b ());'],
    ['new Map<string, number>()', 'return (new Map ());'],
    ['interface A { x: number }', '; '.trim()],
    ['type A = { x: number } | `a${string}`', ';'],
    ['declare const u: number;', ';'],
    ['function f(this: X, a?: number): void;', ';'],
    ['function f(this: X, a?: number): a is 3 {}', '$publish({f});function f( a ) {}'],
    [
      'class A<T> extends B<T> implements C, D { private readonly x!: number; y?: string = "a"; }',
      'class A extends B { ; x ; y = "a"; };$publish({A});',
    ],
    [
      'abstract class A extends B { abstract m(): void; abstract p: number; declare q: string; [k: string]: any; override g() {} }',
      'class A extends B { ; ; ; ; ; g() {} };$publish({A});',
    ],
    ['try {} catch (e: unknown) {}', 'try {} catch (e ) {}'],
    ['import type { A } from "x";', ';'],
    ['const f = <T,>(x?: T): T => x!;', '; f = (x ) => x ;'],
  ])('%s', (source, expected) => expect(plain(source)).toBe(expected));

  test('a return type over two lines stays an arrow function', () => {
    const { body } = compileCell('const f = (a: number):\n  number => a;');
    expect(() => new Function('let f;' + body)).not.toThrow();
    expect(body.split('\n')).toHaveLength(2);
  });

  test('and keeps statements apart that only a type had kept apart', () => {
    expect(plain('let y = x as any\n(bar)')).toBe('; y = x ; return ((bar));');
    expect(plain('let y: number\n(bar)')).toBe('; y = undefined; return ((bar));');
  });
});

describe('compileCell shares', () => {
  test.each([
    ['const a = 1, { b, c: [d], ...e } = f, [g = 2, , h] = i', 'a,b,d,e,g,h'],
    ['for (var i = 0; i < 2; i++) { var j = i; let k = j; }', 'i,j'],
    ['if (x) { var { m } = y; } function f() { var n = 1; }', 'm'],
    ['import { type B, c as d, default as e } from "y"; import z, * as w from "w"', 'd,e,z,w'],
    ['for (const a of b) {}', ''],
  ])('%s', (source, names) => expect(compileCell(source).declares.join()).toBe(names));
});

describe('compileCell refuses', () => {
  test.each([
    ['enum A { b }', /enum is not supported/, 1, 1],
    ['const a = 1;\n  namespace N { export const b = 1 }', /namespace is not supported/, 2, 3],
    ['class A { constructor(private x: number) {} }', /parameter that declares a field/, 1, 23],
    ['export const a = 1;', /export is not supported/, 1, 1],
    ['import fs = require("fs");', /import … =/, 1, 1],
    ['const a = 1;\nconst = 3;', /Unexpected token/, 2, 7],
    ['const a = 1; const a = 2;', /already been declared/, 1, 20],
  ])('%s', (source, message, line, column) => {
    expect(() => compileCell(source)).toThrow(message);
    try {
      compileCell(source);
    } catch (error) {
      expect((error as { place: unknown }).place).toEqual({ line, column });
    }
  });
});

test('compileCell knows where every word of a cell went', () => {
  const source =
    'import { q } from "q";\nconst first: number = second, { third } = fourth as any;\nfifth<Sixth>(seventh);\neighth!';
  const { body, placeInSource } = compileCell(source);
  const lines = body.split('\n');
  for (const word of ['first', 'second', 'third', 'fourth', 'fifth', 'seventh', 'eighth']) {
    const line = lines.findIndex(one => one.includes(word));
    const place = placeInSource({ line: line + 1, column: lines[line]!.indexOf(word) + 1 });
    const wanted = source.split('\n')[place.line - 1]!.indexOf(word) + 1;
    expect([word, place.column]).toEqual([word, wanted]);
  }
});

test('every cell of the course compiles, line by line', () => {
  for (const path of courseNotebooks()) {
    for (const cell of readNotebook(path).cells.filter(({ cell_type }) => cell_type === 'code')) {
      const source = text(cell.source);
      const { body } = compileCell(source);
      expect(body.split('\n')).toHaveLength(source.split('\n').length);
      expect(() => Object.getPrototypeOf(async () => {}).constructor(body), cell.id).not.toThrow();
    }
  }
});
