import { beforeAll, expect, test } from 'vitest';
import { describeInBrowser } from '../../browser.ts';
import { notebookOf } from '../notebookOf.ts';
import { LivePage, pageOf } from './LivePage.ts';

const notebook = notebookOf({
  title: 'md:# Torture',
  first:
    "const fromAbove: number = 41;\nfunction twice(x: number) { return 2 * x; }\nclass Box { constructor(readonly name = 'box') {} }"
      .replace('constructor(readonly name = ', 'name: string; constructor(name = ')
      .replace('{} }', '{ this.name = name; } }'),
  cell: '0',
});

describeInBrowser('a cell of a page', browser => {
  let live: LivePage;
  beforeAll(async () => {
    live = await LivePage.open(browser(), await pageOf(notebook, 'torture'), { offline: true });
  }, 300_000);

  test.each([
    ['1 + 1', '2'],
    ['fromAbove + 1', '42'],
    ['twice(21) + new Box().name', '42box'],
    ['console.log(1); 2', '1\n\n2'], // a print and a result, as in the kernel: two outputs
    ['undefined', ''],
    ["'text'", 'text'],
    ['const a: number[] = [1, 2]; a', '[ 1, 2 ]'],
    ['let b; b = 3', '3'],
    ['const { x, ...rest } = { x: 1, y: 2, z: 3 }; rest', '{ y: 2, z: 3 }'],
    ['await Promise.resolve(5)', '5'],
    ['for await (const x of [Promise.resolve(1)]) console.log(x)', '1'],
    ['const fromAbove = 1; fromAbove', '1'],
    ['fromAbove; const name = 1, location = 2, performance = 3; name + location + performance', '6'],
    ['const postMessage = 1, importScripts = 2, setTimeout = 3; 4', '4'],
    ['for (let i = 0; i < 3; i++) console.log(i)', '0\n1\n2'],
    ['var v = 1; { var w = v + 1 } w', '2'],
    ['function* g() { yield 1 } [...g()]', '[ 1 ]'],
    ['label: for (;;) { for (;;) break label }', ''],
    ['const f = async <T,>(x: T): Promise<T> => x; await f(7)', '7'],
    [
      'class P<T> { #q = 1; static s?: number = 2; get r(): number { return this.#q } } new P().r + P.s!',
      '3',
    ],
    ['const tag = (s: TemplateStringsArray, ...v: unknown[]) => s.raw.join() + v; tag`a${1}b`', 'a,b1'],
    ['const big = 10n ** 20n; big', '100000000000000000000n'],
    ['new Map([[1, { a: [1, { b: { c: 1 } }] }]])', 'Map(1) { 1 => { a: [ 1, [Object] ] } }'],
    ["console.log('%s is %d', 'x', 1, { y: 2 }); console.error('e')", 'x is 1 { y: 2 }\n\ne'],
    ["const m = await import('dropout-lab'); typeof m.dense", 'function'],
    ["import { randomState } from 'dropout-lab'; randomState(42).uniform(0, 1).toFixed(4)", '0.3745'],
    ["import * as lib from 'dropout-lab'; typeof lib.fit", 'function'],
    ['interface I { a: number }; const i: I = { a: 1 } satisfies I; i.a as number', '1'],
    ['const long = "x".repeat(3)\n;[1].map(x => x + long)', "[ '1xxx' ]"],
    ['if (true) { type T = 1; const t: T = 1; console.log(t) }', '1'],
    [
      'const o = { async *[Symbol.asyncIterator]() { yield 3 } }; for await (const x of o) console.log(x)',
      '3',
    ],
  ])('runs %s', async (source, expected) => {
    expect(await live.run('cell', source)).toEqual({ state: 'ok', text: expected });
  });

  test.each([
    ['const ok = 1;\nthrow new TypeError("no")', 'TypeError: no\n    at cell 2, line 2, column 7'],
    [
      'const t: number = 1; function deep(x: number): void { null!.y }\ndeep(t);',
      /^TypeError: .*\n {4}at deep \(cell 2, line 1, column 6\d\)\n {4}at cell 2, line 2, column 1$/,
    ],
    ['const x = 1;\nconst = 2;', /^SyntaxError in line 2, column 7: .*\n {2}2 \| const = 2;\n {4}\| {7}\^$/],
    ['enum E { a }', /^SyntaxError in line 1, column 1: enum is not supported in a page/],
    ['missing + 1', /^ReferenceError: missing is not defined/],
    [
      "import x from 'lodash'",
      /^Error: Cannot find module 'lodash'\. A page has only what is inside it: dropout-lab/,
    ],
    [
      "import { plotNothing } from 'dropout-lab/plot'",
      /^Error: Module '"dropout-lab\/plot"' has no exported member 'plotNothing'\./,
    ],
    ['throw 3', 'Thrown: 3'],
    ['void Promise.reject(new RangeError("late"));', 'RangeError: late\n    at cell 2, line 1, column 21'],
    [
      "import { dropout } from 'dropout-lab'; dropout({ rate: 1.5 })",
      /^RangeError: dropout: rate .* must be in \[0, 1\]/,
    ],
    ["eval('1')", /^EvalError/],
    ["new Function('return 1')()", /^EvalError/],
    [
      'throw new Error("outer", { cause: new Error("inner") })',
      /Error: outer\n.*\n {2}\[cause\]: Error: inner/,
    ],
  ])('fails with its own lines: %s', async (source, expected) => {
    const { state, text } = await live.run('cell', source);
    expect(state).toBe('error');
    expect(text).toMatch(
      typeof expected === 'string'
        ? new RegExp(`^${expected.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
        : expected,
    );
  });

  test('shows 20 000 prints, and cuts what no reader wants', async () => {
    const { text } = await live.run('cell', 'for (let i = 0; i < 20000; i++) console.log(i)');
    expect(text.split('\n')).toHaveLength(20_000);
    const { text: cut } = await live.run(
      'cell',
      "for (let i = 0; i < 100; i++) console.log('x'.repeat(10000))",
    );
    expect(cut.length).toBeLessThan(310_000);
    expect(cut).toContain('more was printed');
  });

  test('updates an output where it stands', async () => {
    const source =
      "import { display } from 'dropout-lab/notebook';\ndisplay({ 'text/plain': 'a' }, { id: 'i' });\nconsole.log('b');\ndisplay({ 'text/plain': 'c' }, { id: 'i', update: true });";
    expect((await live.run('cell', source)).text).toBe('c\nb');
  });

  test('sets the formulas that the page knows, and escapes what data says', async () => {
    const source =
      "import { say } from 'dropout-lab/notebook';\nsay`**${'<img src=x onerror=alert(1)>'}** and $x^2$`";
    expect((await live.run('cell', source)).text).toContain('<img src=x onerror=alert(1)> and x^2');
  });
});
