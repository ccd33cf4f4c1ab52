// @ts-check
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { SetUpError } from './steps.mjs';

/**
 * Does `work` while no other process does work under the same lock file. Waits for one that does, and names it.
 *
 * The holder touches the file every second. A file that nobody has touched for `patience` was left by a process that is
 * gone, on whichever machine or in whichever container it ran, and is taken over. A holder that was only suspended for
 * so long notices it when it goes on.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {(error: SetUpError) => void} lost called when another process has taken the lock over
 * @param {number} [patience] in ms
 * @returns {Promise<T>}
 * @throws {SetUpError} where the file cannot be written
 */
export async function exclusively(file, work, lost, patience = 15_000) {
  const name = `process ${process.pid} on ${hostname()}, started at ${new Date().toISOString()}`;
  let seen = '';
  let since = 0;
  while (!taken(file, name)) {
    const now = `${holder(file)} ${lastTouch(file)}`;
    if (now !== seen) {
      if (!seen)
        process.stderr.write(`  waiting for another set-up of this folder (${holder(file)}; ${file}) …\n`);
      seen = now;
      since = performance.now();
    } else if (performance.now() - since > patience) {
      process.stderr.write('  which shows no sign of life; going on without it\n');
      rmSync(file, { force: true });
    }
    await setTimeout(200);
  }
  const beat = setInterval(() => {
    if (holder(file) === name) utimesSync(file, new Date(), new Date());
    else lost(new SetUpError(`Another set-up of this folder has taken over (${holder(file)}; ${file}).`));
  }, 1000);
  const release = () => {
    if (holder(file) === name) rmSync(file, { force: true });
  };
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.off('exit', release);
    release();
  }
}

/**
 * @param {string} file
 * @param {string} name
 * @returns {boolean} false where another process holds the lock
 */
function taken(file, name) {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    throw refusal(error);
  }
  try {
    writeFileSync(file, name, { flag: 'wx' });
    return true;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EEXIST') return false;
    if (code === 'ENOSPC' || code === 'EDQUOT') rmSync(file, { force: true }); // has taken the name and not the text
    throw refusal(error);
  }
}

/** @param {unknown} error */
function refusal(error) {
  const { code = '', message } = /** @type {NodeJS.ErrnoException} */ (error);
  const reason = reasons[code] ?? 'it cannot be written to';
  return new SetUpError(`This folder cannot be set up: ${reason} (${message}).`);
}

/** @type {Record<string, string>} */
const reasons = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EROFS: 'its file system is read-only',
  EACCES: 'you may not write to it',
  EPERM: 'you may not write to it',
};

/** @param {string} file */
function holder(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** @param {string} file */
function lastTouch(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}
