import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';
import { executed } from '../../handouts/execute.ts';
import { readNotebook } from '../../handouts/readNotebook.ts';
import { type Answers, executedWith, exercises } from './answers.ts';
import { Outputs } from './outputs.ts';

const MINUTES = 60_000;

/**
 * The spec of one notebook. It is executed by the real kernel, with answers to its exercises in cells of their own;
 * what holds for every notebook is tested here (nothing on stderr, the exercises, an execution as it stands gives the
 * same outputs), what this one claims in `claims`, by cell id.
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
  const outputs = new Outputs({ cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 });

  describe(`notebook ${name}`, () => {
    beforeAll(async () => {
      Object.assign(outputs, await executedWith(path, answers));
    }, 10 * MINUTES);

    claims(outputs);

    test('writes nothing to stderr', () => {
      const complaints = outputs.cells().map(({ id }) => ({ id, stderr: outputs.stderr(id) }));
      expect(complaints.filter(({ stderr }) => stderr)).toEqual([]);
    });

    test('has no figure whose alternative text is longer than 150 characters', () => {
      const texts = outputs
        .cells()
        .flatMap(({ id }) => outputs.figures(id).map(({ alt }) => `${id}: ${alt}`));
      expect(texts.filter(text => text.length - text.indexOf(': ') - 2 > 150)).toEqual([]);
    });

    test.each(Array.from(solutions.keys()))('exercise %s waits for an answer', id => {
      expect(outputs.text(`check-${id}`)).toMatch(/^… Your turn/);
    });

    test.each(Array.from(solutions.keys()))('exercise %s accepts its solution', id => {
      expect(outputs.text(`check-${id}.${answers[id]!.length - 1}`)).toMatch(/^✔ Right/);
    });

    test.each(Array.from(solutions.keys()))(
      'exercise %s has a helpful word for typical wrong answers',
      id => {
        const wrong = wrongAnswers[id] ?? [];
        expect(wrong.length).toBeGreaterThanOrEqual(2);
        const words = wrong.map((_, k) => outputs.text(`check-${id}.${k}`));
        for (const word of words) expect(word).toMatch(/^✘ Not yet(?!.*is not correct\.$)/);
        expect(new Set(words).size).toBe(words.length);
      },
    );

    test(
      'gives the same outputs when it is executed again, without answers',
      async () => {
        const again = new Outputs((await executed(path)).notebook);
        for (const { id } of again.cells()) expect(again.of(id), `cell ${id}`).toEqual(outputs.of(id));
      },
      10 * MINUTES,
    );
  });
}
