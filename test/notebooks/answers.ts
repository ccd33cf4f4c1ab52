import { mkdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { root } from '../../binder/jupyter.mjs';
import { executed } from '../../handouts/execute.ts';
import { canonical, type Cell, type Notebook, text } from '../../handouts/notebook.ts';
import { readNotebook } from '../../handouts/readNotebook.ts';
import { Outputs } from './outputs.ts';

/** Source code to put in the place of a stub, by the stub's cell id. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** The stubs of a notebook, by cell id: their checks and the code of their solutions. */
export function exercises(notebook: Notebook): Map<string, { check: Cell; solution: string }> {
  const stubs = notebook.cells.filter(cell => cell.metadata.tags?.includes('exercise'));
  return new Map(
    stubs.map(({ id }) => {
      const [check, solution] = ['check', 'solution'].map(tag => {
        const cell = notebook.cells.find(one => one.id === `${tag}-${id}`);
        if (cell?.metadata.tags?.includes(tag)) return cell;
        throw new Error(`exercise "${id}" has no cell "${tag}-${id}" tagged "${tag}"`);
      }) as [Cell, Cell];
      const code = /^```ts\n(.*?)^```/ms.exec(text(solution.source))?.[1];
      if (code === undefined)
        throw new Error(`cell "${solution.id}" has no code between \`\`\`ts and \`\`\``);
      return [id, { check, solution: code }];
    }),
  );
}

/**
 * Executes the notebook with more cells in it: behind each check, every answer in the place of the stub and the check
 * once more, with the ids `stub.0`, `check-stub.0`, `stub.1`, …
 */
export async function executedWith(path: string, answers: Answers): Promise<Outputs> {
  const notebook = readNotebook(path);
  const found = exercises(notebook);
  const cells = notebook.cells.flatMap(cell => {
    const id = cell.id.replace(/^check-/, '');
    const exercise = cell.metadata.tags?.includes('check') && found.get(id);
    if (!exercise) return [cell];
    const tries = (answers[id] ?? []).flatMap((source, k) => [
      { ...cell, id: `${id}.${k}`, source },
      { ...exercise.check, id: `check-${id}.${k}` },
    ]);
    return [cell, ...tries];
  });
  const folder = `${root}.cache/answers/`;
  mkdirSync(folder, { recursive: true });
  const copy = `${folder}${basename(path)}`;
  writeFileSync(copy, canonical({ ...notebook, cells }));
  const { notebook: result } = await executed(copy);
  return new Outputs(result);
}
