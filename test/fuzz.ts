/*
 * npm run fuzz -- [how many]: runs the tests that draw their cases under FUZZ_SEED 1, 2, … and shows what fails.
 * FUZZ_SEED=7 npm test -- <file> repeats one.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { root } from '../binder/jupyter.mjs';

const [count = '20'] = process.argv.slice(2);
const files = readdirSync(`${root}test`, { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => file.endsWith('.test.ts'))
  .filter(file =>
    /fast-check|expectRefusal|anyJunk|sideBySide/.test(readFileSync(`${root}test/${file}`, 'utf8')),
  )
  .map(file => `test/${file}`);

const failed = Array.from({ length: Number(count) }, (_, k) => k + 1).filter(seed => {
  console.log(`FUZZ_SEED=${seed}`);
  const vitest = spawnSync(
    process.execPath,
    [`${root}node_modules/vitest/vitest.mjs`, 'run', ...files, '--reporter=dot'],
    { cwd: root, env: { ...process.env, FUZZ_SEED: String(seed) }, stdio: 'inherit' },
  );
  return vitest.status !== 0;
});
console.log(failed.length ? `failed under FUZZ_SEED ${failed.join(', ')}` : `none of ${count} seeds failed`);
process.exitCode = failed.length ? 1 : 0;
