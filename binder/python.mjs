// @ts-check
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstall, install } from './debian.mjs';
import { chosenPython, choosePython, pythonEnv, root } from './jupyter.mjs';
import { installRequirements } from './pip.mjs';
import { digest, run, SetUpError, step } from './steps.mjs';

const venv = join(root, '.venv');
const venvPython =
  process.platform === 'win32' ? join(venv, 'Scripts', 'python.exe') : join(venv, 'bin', 'python');
const requirements = 'binder/requirements.txt';

/** The oldest Python that all of `binder/requirements.txt` runs on: major and minor version. */
export const oldestPython = [3, 11];
const oldest = oldestPython.join('.');

/**
 * Finds or makes a Python that has Jupyter: `.venv` with the pinned packages; where that cannot be had (no package index
 * in reach, no venv module), a Jupyter that the machine already has; on Debian or Ubuntu with root, the distribution's.
 *
 * @returns {import('./steps.mjs').Step}
 */
export function pythonStep() {
  return {
    stamp: '.jupyter/python.made',
    inputs: digest([requirements, 'binder/overrides.json']),
    made: () => chosenPython() !== undefined,
    work: async () =>
      choosePython(await firstThatWorks([inVenv, installed, inVenvOfDistribution, fromDistribution])),
  };
}

/** @param {(() => Promise<string>)[]} attempts */
async function firstThatWorks(attempts) {
  /** @type {string[]} */
  const reasons = [];
  for (const attempt of attempts) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof SetUpError)) throw error;
      reasons.push(error.message);
    }
  }
  throw new SetUpError(
    `No Jupyter could be set up: it takes Python ${oldest} or later with its venv module and a package index in reach, or an
installed Jupyter with nbconvert 6.5 or later. On Debian or Ubuntu, \`sudo apt-get install python3-venv\` brings the
first and \`sudo apt-get install jupyter-notebook jupyter-nbconvert\` the second; then run the command again.

What was tried:
${[...new Set(reasons)].join('\n')}`,
  );
}

/** Makes `.venv` anew and fills it, from the first Python that can do both (Debian's comes without ensurepip). */
async function inVenv() {
  const failures = [];
  for (const python of pythons()) {
    try {
      await run(python, ['-c', isRecent], pythonEnv(venvPython));
      await makeVenv(python);
      return venvPython;
    } catch (error) {
      rmSync(venv, { recursive: true, force: true });
      if (!(error instanceof SetUpError)) throw error;
      failures.push(error.message);
      if (indexIsOutOfReach.test(error.message)) break; // for any other Python, too
    }
  }
  throw new SetUpError(failures.join('\n') || 'No Python 3 was found on the PATH.');
}

const isRecent = `import sys; sys.exit(0 if sys.version_info >= (${oldestPython}) else "older than ${oldest}")`;
const indexIsOutOfReach = /connection broken by|could not fetch url|cannot connect to proxy/i;

/** @param {string} python */
async function makeVenv(python) {
  rmSync(venv, { recursive: true, force: true });
  await step(`Python environment (.venv) with ${python}`, () =>
    run(python, ['-m', 'venv', venv], pythonEnv(venvPython)),
  );
  await step(`Python packages from ${requirements}`, () => installRequirements(venvPython, requirements));
  overrideSettings(join(venv, 'share/jupyter'));
  // JupyterLab's own scripts are CommonJS; the package.json of the clone would make them ES modules.
  writeFileSync(join(venv, 'package.json'), '{ "type": "commonjs" }\n');
}

/**
 * Spares the reader JupyterLab's questions about news and updates.
 *
 * @param {string} share an environment's `share/jupyter`
 */
export function overrideSettings(share) {
  const settings = join(share, 'lab/settings');
  mkdirSync(settings, { recursive: true });
  copyFileSync(join(root, 'binder/overrides.json'), join(settings, 'overrides.json'));
}

async function inVenvOfDistribution() {
  await aptInstall('python3', 'python3-venv');
  return inVenv();
}

/** Every Python on the PATH, each under its best name; `PYTHON` goes before all. */
function pythons() {
  const names = ['python3', 'python', 'python3.14', 'python3.13', 'python3.12', 'python3.11'];
  const executables = process.platform === 'win32' ? names.map(name => `${name}.exe`) : names;
  const path = (process.env.PATH ?? '').split(delimiter).filter(folder => existsSync(folder));
  const folders = [...new Set(path.map(real))];
  const found = executables
    .flatMap(name => folders.map(folder => join(folder, name)))
    .filter(file => existsSync(file));
  const byFile = new Map(found.toReversed().map(file => [real(file), file]));
  const distinct = found.filter(file => byFile.get(real(file)) === file);
  return process.env.PYTHON ? [process.env.PYTHON, ...distinct] : distinct;
}

/** @param {string} file */
function real(file) {
  try {
    return realpathSync(file);
  } catch {
    return file; // Windows does not say where an alias of its store leads
  }
}

const hasJupyter = `
import sys
try:
    import nbconvert, nbclient, jupyter_client
except ImportError as error:
    sys.exit(str(error))
version = tuple(int(part) for part in nbconvert.__version__.split('.')[:2])
sys.exit(0 if version >= (6, 5) else f'nbconvert {nbconvert.__version__} is older than 6.5')
`;

/** A Python of this machine that already has Jupyter; the one that `jupyter` itself runs on is asked first. */
async function installed() {
  const failures = [];
  for (const python of [...jupyterPythons(), ...pythons()]) {
    try {
      await run(python, ['-c', hasJupyter]);
      process.stderr.write(`  Jupyter as it is installed for ${python}\n`);
      return python;
    } catch (error) {
      failures.push(message(error));
    }
  }
  throw new SetUpError(failures.join('\n') || 'No installed Jupyter was found.');
}

/** The interpreters named in the first line of each `jupyter` script on the PATH. */
function jupyterPythons() {
  const scripts = (process.env.PATH ?? '').split(delimiter).map(folder => join(folder, 'jupyter'));
  return scripts
    .filter(file => existsSync(file))
    .flatMap(file => {
      const interpreter = /^#!\s*(\S+)/.exec(readFileSync(file, 'utf8'))?.[1];
      return interpreter && !interpreter.endsWith('/env') ? [interpreter] : [];
    });
}

async function fromDistribution() {
  await aptInstall('jupyter-nbconvert', 'jupyterlab').catch(() =>
    aptInstall('jupyter-nbconvert', 'jupyter-notebook'),
  );
  return installed();
}

/** @param {string[]} packages */
async function aptInstall(...packages) {
  if (!canInstall()) throw new SetUpError('apt-get: not a Debian or Ubuntu machine, or not root.');
  await step(`${packages.join(' and ')} with apt-get`, () => install(...packages));
}

/** @param {unknown} error */
function message(error) {
  return error instanceof Error ? error.message : String(error);
}
