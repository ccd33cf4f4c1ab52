import { spawnSync } from 'node:child_process';
import { root } from '../binder/jupyter.mjs';
import { version } from '../package.json' with { type: 'json' };

/** The state of the course that a page was made from: version, date and commit, as far as git knows them. */
export function stamp(): string {
  const { stdout } = spawnSync('git', ['log', '-1', '--format=%cs, %h'], { cwd: root, encoding: 'utf8' });
  return [`Version ${version}`, stdout?.trim()].filter(Boolean).join(', ');
}
