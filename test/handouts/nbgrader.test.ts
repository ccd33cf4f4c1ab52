import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { root, share } from '../../binder/jupyter.mjs';
import { assignment, nbgraderConfig } from '../../handouts/assignment.ts';
import type { Cell, Notebook } from '../../handouts/notebook.ts';
import { metadata, stored } from '../../handouts/stored.ts';

/** A Python that has nbgrader, from PyPI: `NBGRADER_PYTHON=/path/to/venv/bin/python npm test -- nbgrader`. */
const python = process.env.NBGRADER_PYTHON ?? '';
const folder = `${root}.cache/nbgrader/`;
const name = 'two-exercises';

const code = (id: string, source: string, tag?: string): Cell => ({
  cell_type: 'code',
  id,
  metadata: tag ? { tags: [tag] } : {},
  source,
  execution_count: null,
  outputs: [],
});

const exercises: Notebook = {
  cells: [
    code('imports', "import { check } from 'dropout-lab/course';"),
    code('weight', 'const weight = undefined;', 'exercise'),
    code('check-weight', "check('06/converted-weight', weight);", 'check'),
    code('predict', 'function predict(h: number[], rate: number) {\n  return undefined;\n}', 'exercise'),
    code('check-predict', "check('06/scale-down-predict', predict);", 'check'),
  ],
  metadata,
  nbformat: 4,
  nbformat_minor: 5,
};

const answers: Record<string, Record<string, string>> = {
  stub: {},
  wrong: {
    weight: 'const weight = 3.75;',
    predict: 'const predict = (h: number[], rate: number) => h.map(value => value / (1 - rate));',
  },
  right: {
    weight: 'const weight = 2.4;',
    predict: 'const predict = (h: number[], rate: number) => h.map(value => value * (1 - rate));',
  },
};

function nbgrader(...args: string[]): void {
  const JUPYTER_PATH = [share, process.env.JUPYTER_PATH].filter(Boolean).join(delimiter);
  const PATH = [dirname(python), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH, JUPYTER_PATH };
  execFileSync(python, ['-m', 'nbgrader', ...args], { cwd: folder, env, stdio: 'pipe' });
}

test(
  'nbgrader gives no points for a stub, none for wrong answers, all for right ones',
  { timeout: 300_000 },
  ({ skip }) => {
    if (!existsSync(python))
      skip('NBGRADER_PYTHON does not name a Python with nbgrader (pip install nbgrader)');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(`${folder}source/${name}`, { recursive: true });
    writeFileSync(`${folder}nbgrader_config.py`, nbgraderConfig);
    writeFileSync(`${folder}source/${name}/${name}.ipynb`, stored(assignment(exercises)));
    nbgrader('generate_assignment', name);

    const released = readFileSync(`${folder}release/${name}/${name}.ipynb`, 'utf8');
    for (const [student, given] of Object.entries(answers)) {
      const submission = JSON.parse(released) as Notebook;
      for (const cell of submission.cells) cell.source = given[cell.id] ?? cell.source;
      cpSync(`${folder}release/${name}`, `${folder}submitted/${student}/${name}`, { recursive: true });
      writeFileSync(`${folder}submitted/${student}/${name}/${name}.ipynb`, JSON.stringify(submission));
    }
    nbgrader('autograde', name);
    nbgrader('export', '--to=grades.csv');

    const [head, ...rows] = readFileSync(`${folder}grades.csv`, 'utf8').trim().split('\n');
    const columns = head!.split(',');
    const scores = rows.map(row => {
      const cells = row.split(',');
      const at = (column: string) => cells[columns.indexOf(column)]!;
      return [at('student_id'), Number(at('score')), Number(at('max_score'))];
    });
    expect(Object.fromEntries(scores.map(([student, ...score]) => [student, score]))).toEqual({
      stub: [0, 2],
      wrong: [0, 2],
      right: [2, 2],
    });
  },
);
