import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { format } from 'prettier';
import { root } from '../../binder/jupyter.mjs';
import type { Evidence } from '../../lib/src/course/statement.ts';
import { statements } from '../../lib/src/course/statements.ts';

const title = /(\d+\.\d+) · (\S+): (.+)$/;

/** What the titles of the notebooks' tests say about the statements, in the order of the lecture. */
export function collectEvidence(): Evidence[] {
  const vitest = `${root}node_modules/vitest/vitest.mjs`;
  const listed = execFileSync(
    process.execPath,
    [vitest, 'list', '--json', '--root', root, 'test/notebooks/'],
    { encoding: 'utf8', cwd: root },
  );
  const claims = (JSON.parse(listed) as { name: string; file: string }[]).flatMap(({ name, file }) => {
    const [, statement, cell, test] = title.exec(name) ?? [];
    return statement ? [{ statement, notebook: basename(file, '.test.ts'), cell: cell!, test: test! }] : [];
  });
  return statements.flatMap(({ id }) => claims.filter(({ statement }) => statement === id));
}

/** The text of `lib/src/course/evidence.json`. */
export function evidenceFile(): Promise<string> {
  return format(JSON.stringify(collectEvidence()), { parser: 'json', printWidth: 110 });
}
