// @ts-check
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, workspace } from './jupyter.mjs';

/**
 * The folder whose notebooks are opened: the clone; for a clone that cannot be written, a folder of the user's with
 * copies of them. A copy that is there already is left as it is: the user may have worked in it.
 *
 * @returns {string}
 */
export function courseFolder() {
  if (workspace === root) return root;
  const copies = join(workspace, 'notebooks');
  mkdirSync(copies, { recursive: true });
  for (const name of readdirSync(join(root, 'notebooks'))) {
    const copy = join(copies, name);
    if (name.endsWith('.ipynb') && !existsSync(copy))
      writeFileSync(copy, readFileSync(join(root, 'notebooks', name)));
  }
  console.error(`  ${root} cannot be written: your copies of the notebooks are in ${copies}`);
  return workspace;
}
