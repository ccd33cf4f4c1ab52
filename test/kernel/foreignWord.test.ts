import { expect, test } from 'vitest';
import { foreignWord } from '../../binder/kernel/src/foreignWord.ts';

const complaint = (line: number, messageText = '', character = 0) => ({
  start: { offset: 0, line, character },
  end: { offset: 0, line, character },
  messageText,
  category: 1,
  code: 1005,
});

test.each([
  [
    'import numpy as np',
    "There is no numpy here; TypeScript writes `import { matrix, randomState } from 'dropout-lab'` for what this course needs of it.",
  ],
  ['import math', "TypeScript writes `import * as name from 'math'`."],
  ['from math import sqrt', "TypeScript writes `import { sqrt } from 'math'`."],
  ['def f(x):', 'TypeScript writes `function f(x: number) { return … }`.'],
  ['for i in range(10):', 'TypeScript writes `for (let i = 0; i < 10; i++) { … }`.'],
  ['for x in xs:', 'TypeScript writes `for (const x of xs) { … }`.'],
  ['if x > 1:', 'TypeScript writes `if (x > 1) { … }`.'],
  ['else:', 'TypeScript writes `else { … }`.'],
  ['# a remark', 'TypeScript writes a comment as `// a remark`.'],
  ['%matplotlib inline', expect.stringMatching(/command of IPython/)],
  ['!ls -l', expect.stringMatching(/execSync\('ls -l'\)/)],
  ['!pip install numpy', expect.stringMatching(/in a terminal/)],
  ['f = lambda x: x + 1', 'TypeScript writes `x => …`.'],
  ['[x * x for x in xs]', 'TypeScript writes `xs.map(x => …)`.'],
  [`print(f"loss {x}")`, expect.stringMatching(/\$\{value\}/)],
  ['a and b', 'TypeScript writes `&&` for and, `||` for or.'],
])('%j gets one sentence', (source, advice) => {
  expect(foreignWord(`const a = 1;\n  ${source}`, [complaint(1)])).toEqual({
    line: 2,
    column: expect.any(Number),
    advice,
  });
});

test.each([
  ['print(x)', 'print', 'TypeScript prints with `console.log(…)`.'],
  ['x = True', 'True', 'TypeScript writes `true`.'],
  ['sqrt(2)', 'sqrt', 'TypeScript writes `Math.sqrt(…)`.'],
  ["input('x')", 'input', "TypeScript asks with `prompt('…')`."],
  [
    'rate = 0.5',
    'rate',
    'TypeScript declares a variable before its first use: `const rate = …`, or `let` if it changes.',
  ],
])('the name in %j gets one sentence', (source, name, advice) => {
  const at = source.indexOf(name);
  const found = foreignWord(source, [complaint(0, `Cannot find name '${name}'.`, at)]);
  expect(found).toEqual({ line: 1, column: at + 1, advice });
});

test('a model that is called as in Keras gets the method that does it', () => {
  const messages = ['This expression is not callable.', "Type 'Sequential' has no call signatures."];
  const said = messages.map(message => complaint(0, message));
  expect(foreignWord('model(X)', said)?.advice).toMatch(/model\.predict\(X\)/);
});

test.each([
  ["'a'(1)", "Type 'String' has no call signatures."],
  ['const b: string = 1;', "Type 'number' is not assignable to type 'string'."],
  ['modle.fit()', "Cannot find name 'modle'. Did you mean 'model'?"],
  ['constructor(1)', "Cannot find name 'constructor'."],
  ['console.log("rock and roll", !ready)', "Cannot find name 'ready'."],
])('TypeScript that is wrong keeps the words of the compiler: %j', (source, message) => {
  expect(foreignWord(source, [complaint(0, message)])).toBeUndefined();
});
