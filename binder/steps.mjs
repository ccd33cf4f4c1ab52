// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { root } from './jupyter.mjs';

/** A set-up step that could not be done; the message is written for the person who typed the command. */
export class SetUpError extends Error {}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let ending = false;

/**
 * Ends the programs that `run` has started, with all that they started, and waits until they have ended. Each has a
 * process group of its own, so a Ctrl-C reaches them only through this.
 */
export async function endPrograms() {
  ending = true;
  const ended = [...running].map(child => new Promise(resolve => child.once('close', resolve)));
  for (const { pid } of running) {
    if (pid === undefined) continue;
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
    else killGroup(pid);
  }
  await Promise.all(ended);
}

/** @param {number} pid */
function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // it has just ended by itself
  }
}

/**
 * Runs a program from the root of the clone, without a shell, its output kept back until it fails.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string>} standard output
 * @throws {SetUpError} with the command and the end of what it printed
 */
export function run(command, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const detached = process.platform !== 'win32';
    const child = spawn(command, args, { cwd: root, env, detached, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let stdout = '';
    let printed = '';
    child.stdout.on('data', chunk => {
      stdout += chunk;
      printed += chunk;
    });
    child.stderr.on('data', chunk => (printed += chunk));
    const fail = (/** @type {string} */ how) => {
      const lines = printed.trim().split('\n').slice(-20);
      const call = [command, ...args.map(arg => (arg.includes('\n') ? '…' : arg))].join(' ');
      reject(new SetUpError([`${call}: ${how}`, ...lines].join('\n  ')));
    };
    child.on('error', error => {
      running.delete(child);
      fail(error.message);
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      if (ending) return; // neither done nor failed: nothing is to follow
      if (code === 0) resolve(stdout);
      else fail(`ended with ${code ?? signal}`);
    });
  });
}

/**
 * Does `work`, its title and time shown on stderr.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = Date.now();
  const line = () => `  ${title} … ${((Date.now() - started) / 1000).toFixed(0)} s`;
  process.stderr.write(process.stderr.isTTY ? line() : `  ${title} …\n`);
  const ticking = process.stderr.isTTY && setInterval(() => process.stderr.write(`\r${line()}`), 1000);
  try {
    const result = await work();
    process.stderr.write(process.stderr.isTTY ? `\r${line()}, done\n` : `${line()}, done\n`);
    return result;
  } catch (error) {
    process.stderr.write(process.stderr.isTTY ? ', failed\n' : `  ${title}: failed\n`);
    throw error;
  } finally {
    if (ticking) clearInterval(ticking);
  }
}

/**
 * A step of the set-up. What it makes counts as made once `stamp` holds `inputs`.
 *
 * @typedef {object} Step
 * @property {string} [title] shown while the work is done; left out where the work shows its own steps
 * @property {string} stamp a file below the root of the clone
 * @property {string} inputs names what the step works from
 * @property {() => boolean} [made] whether what it makes is there
 * @property {string} [standsOn] the stamp of an earlier step, which is to be done again when this one lacks a module
 * @property {() => Promise<unknown>} work
 */

/** @param {Step} step */
export function isDone({ stamp, inputs, made = () => true }) {
  return read(join(root, stamp)) === inputs && made();
}

/**
 * Whether a step was done once, from whatever inputs.
 *
 * @param {Step} step
 */
export function wasDone({ stamp, made = () => true }) {
  return existsSync(join(root, stamp)) && made();
}

/**
 * Does a step that is not done. The stamp is dropped before the work and written after it, so that a step cut off
 * half-way is done again.
 *
 * @param {Step} planned
 */
export async function doStep(planned) {
  if (isDone(planned)) return;
  const stamp = join(root, planned.stamp);
  rmSync(stamp, { force: true });
  try {
    await (planned.title ? step(planned.title, planned.work) : planned.work());
  } catch (error) {
    if (planned.standsOn && /cannot find (module|package)/i.test(String(error))) {
      rmSync(join(root, planned.standsOn), { force: true });
    }
    throw error;
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, planned.inputs);
}

/** @param {string} file @returns {string | undefined} its text, or undefined where there is none */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * A digest of the contents of files and folders, given relative to the root of the clone.
 *
 * @param {string[]} paths
 */
export function digest(paths) {
  const hash = createHash('sha256');
  const add = (/** @type {string} */ path) => {
    if (/^(node_modules|dist|build|\..*)$/.test(basename(path))) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).toSorted()) add(join(path, name));
    } else {
      hash
        .update(`${path.slice(root.length).replaceAll(sep, '/')}\0`)
        .update(readFileSync(path))
        .update('\0');
    }
  };
  for (const path of paths) add(join(root, path));
  return hash.digest('hex');
}
