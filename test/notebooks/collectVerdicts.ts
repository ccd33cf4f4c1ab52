import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { format } from 'prettier';
import { root } from '../../binder/jupyter.mjs';
import { statements } from '../../lib/src/course/statements.ts';
import { verdictNames, type Settled, type Verdict } from '../../lib/src/course/verdict.ts';

const title = /(\d+\.\d+) · ([a-z ]+) · (\S+): (.+)$/;

/** The verdicts as the titles of the notebooks' tests state them, in the order of the lecture. */
export function collectVerdicts(): Settled[] {
  const vitest = `${root}node_modules/vitest/vitest.mjs`;
  const listed = execFileSync(
    process.execPath,
    [vitest, 'list', '--json', '--root', root, 'test/notebooks/'],
    {
      encoding: 'utf8',
      cwd: root,
    },
  );
  const claims = (JSON.parse(listed) as { name: string; file: string }[]).flatMap(({ name, file }) => {
    const [, statement, verdict, cell, test] = title.exec(name) ?? [];
    return statement ? [{ statement, verdict, cell, test, notebook: basename(file, '.test.ts') }] : [];
  });
  return statements.flatMap(({ id }) => {
    const about = claims.filter(({ statement }) => statement === id);
    const verdicts = new Set(about.map(({ verdict }) => verdict));
    if (verdicts.size > 1)
      throw new Error(`Statement ${id} has several verdicts: ${[...verdicts].join(', ')}.`);
    if (!about.length) return [];
    const verdict = about[0].verdict as Verdict;
    if (!verdictNames.includes(verdict)) throw new Error(`Statement ${id}: '${verdict}' is no verdict.`);
    return [
      {
        statement: id,
        verdict,
        evidence: about.map(({ notebook, cell, test }) => ({ notebook, cell, test })),
      },
    ];
  });
}

/** The text of `lib/src/course/verdicts.ts`. */
export async function verdictsFile(): Promise<string> {
  const source = `import type { Settled } from './verdict';

/** Collected from the titles of the tests in test/notebooks by \`npm run verdicts\`; a test keeps it equal to them. */
export const verdicts: readonly Settled[] = ${JSON.stringify(collectVerdicts())};
`;
  return format(source, { parser: 'typescript', printWidth: 110, singleQuote: true, arrowParens: 'avoid' });
}
