// @ts-check
/*
 * Sets up all that the course needs, from nothing, inside the clone; about a second when nothing changed.
 *
 *   node binder/set-up.mjs                 npm packages, library, kernel, Python environment
 *   node binder/set-up.mjs --browser       and a browser for the tests
 *   node binder/set-up.mjs --share FOLDER  registers in FOLDER, for a Jupyter that is already there (Binder)
 *
 * Runs before any package is installed: plain JavaScript, Node's own modules only.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setUpBrowser } from './browser.mjs';
import { root, share } from './jupyter.mjs';
import { registerKernel } from './kernelspec.mjs';
import { installLabExtension } from './labextension.mjs';
import { exclusively } from './lock.mjs';
import { overrideSettings, setUpPython } from './python.mjs';
import { digest, run, SetUpError, stepOnce } from './steps.mjs';

const { values: options } = parseArgs({
  options: { browser: { type: 'boolean' }, share: { type: 'string' } },
});

const builds = ['lib/dist/index.js', 'binder/kernel/dist/main.js'];

/** @param {string[]} args */
function npm(...args) {
  const script = process.env.npm_execpath;
  return script ? run(process.execPath, [script, ...args]) : run('npm', args);
}

async function setUp() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new SetUpError(`Node 20.19 or later is needed; this is ${process.version} (${process.execPath}).`);
  }
  await stepOnce({
    title: 'npm packages from the lock file',
    stamp: join(root, 'node_modules/.set-up'),
    inputs: `${process.version} ${process.arch} ${digest(['package-lock.json'])}`,
    work: () => npm('ci', '--no-audit', '--no-fund'),
  });
  const stamp = join(root, 'node_modules/.build');
  if (builds.some(file => !existsSync(join(root, file)))) rmSync(stamp, { force: true });
  await stepOnce({
    title: 'The library and the kernel',
    stamp,
    inputs: digest(['package-lock.json', 'tsconfig.json', 'lib', 'binder/kernel']),
    work: () => npm('run', 'build'),
  });
  if (options.share) overrideSettings(options.share);
  else await setUpPython();
  const destination = options.share ?? share;
  registerKernel(destination);
  await installLabExtension(destination);
  if (options.browser) await setUpBrowser();
}

try {
  await exclusively(join(root, '.cache/set-up.lock'), setUp);
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
