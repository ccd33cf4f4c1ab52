import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';
import { courseNotebooks } from '../../handouts/course.ts';
import { canonical } from '../../handouts/notebook.ts';
import { typeErrors } from './typeErrors.ts';

test('every code cell is strictly typed against the library, solutions included', () => {
  expect(typeErrors(courseNotebooks())).toEqual([]);
});

test('a type error is told with notebook, cell and line, as is what the kernel’s types do not know', () => {
  const code = (id: string, source: string) => ({
    cell_type: 'code' as const,
    id,
    metadata: {},
    source,
    execution_count: null,
    outputs: [],
  });
  const cells = [
    code('first', "import { matrix } from 'dropout-lab';\nconst m = matrix([[1]]);"),
    code('second', "console.log(m.shape);\nm.at('a', 0);\n[1].toReversed();"),
  ];
  const path = `${root}.cache/wrong.ipynb`;
  mkdirSync(`${root}.cache`, { recursive: true });
  writeFileSync(path, canonical({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
  expect(typeErrors([path])).toEqual([
    "wrong.ipynb, cell second, line 2: TS2345: Argument of type 'string' is not assignable to parameter of type 'number'.",
    expect.stringMatching(/^wrong.ipynb, cell second, line 3: TS2550: Property 'toReversed' does not exist/),
  ]);
});
