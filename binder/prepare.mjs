// @ts-check
import { constants } from 'node:os';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setUpBrowser } from './browser.mjs';
import { root, share } from './jupyter.mjs';
import { isRegistered, registerKernel } from './kernelspec.mjs';
import { installLabExtension } from './labextension.mjs';
import { exclusively } from './lock.mjs';
import { installPackages, runScript } from './npm.mjs';
import { installServerConfig } from './serverConfig.mjs';
import { setUpProtocolTests } from './protocolTests.mjs';
import { overrideSettings, pythonStep } from './python.mjs';
import { digest, doStep, endPrograms, isDone, SetUpError, step, wasDone } from './steps.mjs';
import { canWrite } from './writable.mjs';

/** @typedef {import('./steps.mjs').Step} Step */

/**
 * Sets up all that the course needs inside the clone, as far as it is not done yet. A failure is told in a sentence and
 * ends the process, and so does Ctrl-C, after the programs that are at work have ended.
 *
 * @param {object} [options]
 * @param {boolean} [options.browser] what only the tests need, a browser above all
 * @param {string} [options.share] registers kernel and figures in this folder, for a Jupyter that is already there
 */
export async function prepare({ browser = false, share: foreign } = {}) {
  const release = endOnSignals();
  try {
    checkNode();
    await doSteps([packages(), build(), ...(foreign ? [] : [pythonStep(), registration()])]);
    if (foreign) await registerIn(foreign);
    if (browser) {
      await setUpBrowser();
      await setUpProtocolTests();
    }
  } catch (error) {
    fail(error);
  } finally {
    release();
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new SetUpError(`Node 20.19 or later is needed; this is ${process.version} (${process.execPath}).`);
  }
}

/** @returns {Step} */
function packages() {
  return {
    title: 'npm packages from the lock file',
    stamp: 'node_modules/.set-up',
    inputs: `${process.platform} ${process.arch} ${digest(['package-lock.json'])}`,
    work: installPackages,
  };
}

/** The playground is bundled with the library, and registered with Jupyter. */
const playground = ['binder/playground.mjs', 'handouts/live/playground'];

/** @returns {Step} */
function build() {
  const made = ['lib/dist/index.js', 'binder/kernel/dist/main.js', 'binder/kernel/dist/typescript.js'];
  return {
    title: 'The library and the kernel',
    stamp: 'node_modules/.build',
    standsOn: 'node_modules/.set-up',
    inputs: digest([
      'package-lock.json',
      'tsconfig.json',
      'lib',
      'binder/kernel',
      'binder/typescript.mjs',
      ...playground,
    ]),
    made: () => made.every(file => existsSync(join(root, file))),
    work: () => runScript('build'),
  };
}

/** @returns {Step} */
function registration() {
  const sources = [
    'package-lock.json',
    'binder/labextension',
    'binder/figures',
    'binder/plotly.mjs',
    'lib',
    ...playground,
  ];
  return {
    title: 'Kernel and figures, registered with Jupyter',
    stamp: '.jupyter/registered',
    standsOn: 'node_modules/.set-up',
    inputs: `${process.execPath} ${root} ${digest([...sources, 'binder/kernelspec.mjs'])}`,
    made: () => isRegistered(share),
    work: () => register(share),
  };
}

/** @param {string} folder */
async function register(folder) {
  registerKernel(folder);
  await installLabExtension(folder);
}

/** @param {string} folder `share/jupyter` of an environment */
function registerIn(folder) {
  return step(`Kernel and figures, registered in ${folder}`, async () => {
    overrideSettings(folder);
    installServerConfig(folder);
    await register(folder);
  });
}

/** @param {readonly Step[]} steps */
async function doSteps(steps) {
  if (steps.every(isDone)) return; // without the lock, for which one must be able to write
  if (!canWrite(root)) {
    if (steps.every(wasDone)) return;
    throw new SetUpError(
      `You may not write to ${root}, and it is not set up. Run \`npm run setup\` there as its owner, or clone the course into a folder of your own.`,
    );
  }
  await exclusively(
    join(root, '.cache/set-up.lock'),
    async () => {
      for (const planned of steps) await doStep(planned);
    },
    error => void endPrograms().then(() => fail(error)),
  );
}

/** Ends the process on a signal. @returns {() => void} ends that */
function endOnSignals() {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  const end = async (/** @type {NodeJS.Signals} */ signal) => {
    await endPrograms();
    process.stderr.write('\nStopped. The same command goes on from here.\n');
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of signals) process.once(signal, end);
  return () => signals.forEach(signal => process.off(signal, end));
}

/** @param {unknown} error */
function fail(error) {
  const told = error instanceof SetUpError || (error instanceof Error && 'syscall' in error);
  if (!told) throw error;
  console.error(`\n${error.message}`);
  process.exit(1);
}
