import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';
import { executed } from '../../handouts/execute.ts';
import { readNotebook } from '../../handouts/notebook.ts';
import { type Answers, executedWith, exercises } from './answers.ts';
import { Outputs } from './outputs.ts';

const MINUTES = 60_000;

/**
 * The spec of one notebook. It is executed by the real kernel; what holds for every notebook is tested here (nothing
 * on stderr, a second execution puts out the same, the exercises), what this one claims in `claims`, by cell id.
 *
 * @param name the file's name without `.ipynb`
 * @param wrongAnswers at least two typical ones for each exercise, as source code in the place of the stub; each must
 * be met with a helpful word
 */
export function describeNotebook(
  name: string,
  { wrongAnswers }: { wrongAnswers: Answers },
  claims: (notebook: Outputs) => void,
): void {
  const path = `${root}notebooks/${name}.ipynb`;
  const solutions = exercises(readNotebook(path));
  const answers = Object.fromEntries(
    Array.from(solutions, ([id, { solution }]) => [id, [...(wrongAnswers[id] ?? []), solution]]),
  );
  const first = new Outputs({ cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 });
  let second: Outputs;

  describe(`notebook ${name}`, () => {
    beforeAll(async () => {
      const { notebook } = await executed(path);
      Object.assign(first, new Outputs(notebook));
      second = await executedWith(path, answers);
    }, 10 * MINUTES);

    claims(first);

    test('writes nothing to stderr', () => {
      const complaints = first.cells().map(({ id }) => ({ id, stderr: first.stderr(id) }));
      expect(complaints.filter(({ stderr }) => stderr)).toEqual([]);
    });

    test('puts out the same when it is executed again', () => {
      for (const { id } of first.cells()) expect(second.of(id), `cell ${id}`).toEqual(first.of(id));
    });

    test.each(Array.from(solutions.keys()))('exercise %s waits for an answer', id => {
      expect(first.text(`check-${id}`)).toMatch(/^… Your turn/);
    });

    test.each(Array.from(solutions.keys()))('exercise %s accepts its solution', id => {
      expect(second.text(`check-${id}.${answers[id]!.length - 1}`)).toMatch(/^✔ Right/);
    });

    test.each(Array.from(solutions.keys()))(
      'exercise %s has a helpful word for typical wrong answers',
      id => {
        const wrong = wrongAnswers[id] ?? [];
        expect(wrong.length).toBeGreaterThanOrEqual(2);
        const words = wrong.map((_, k) => second.text(`check-${id}.${k}`));
        for (const word of words) expect(word).toMatch(/^✘ Not yet(?!.*is not it\.$)/);
        expect(new Set(words).size).toBe(words.length);
      },
    );
  });
}
