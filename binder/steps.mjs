// @ts-check
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './jupyter.mjs';

/** A set-up step that could not be done; the message is written for the person who typed the command. */
export class SetUpError extends Error {}

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
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
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
    child.on('error', error => fail(error.message));
    child.on('close', (code, signal) =>
      code === 0 ? resolve(stdout) : fail(`ended with ${code ?? signal}`),
    );
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
 * A step that is left out where it was finished before from the same inputs. The stamp is written after the work, so
 * that a set-up cut off half-way is done again.
 *
 * @param {{ title: string, stamp: string, inputs: string, work: () => Promise<unknown> }} step
 */
export async function stepOnce({ title, stamp, inputs, work }) {
  if (read(stamp) === inputs) return;
  rmSync(stamp, { force: true });
  await step(title, work);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, inputs);
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
    if (/(^|\/)(node_modules|dist|build|\.[^/]*)$/.test(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).toSorted()) add(join(path, name));
    } else {
      hash
        .update(`${path.slice(root.length)}\0`)
        .update(readFileSync(path))
        .update('\0');
    }
  };
  for (const path of paths) add(join(root, path));
  return hash.digest('hex');
}
