// @ts-check
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';

/**
 * Whether files can be written below `folder`; one that does not exist yet is judged by the folder it would be made in.
 *
 * @param {string} folder
 * @returns {boolean}
 */
export function canWrite(folder) {
  if (!existsSync(folder)) return dirname(folder) !== folder && canWrite(dirname(resolve(folder)));
  try {
    accessSync(folder, constants.W_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

/** The home directory, or undefined where the user has none or cannot write to it. */
export function writableHome() {
  try {
    const home = homedir();
    return home && canWrite(home) ? home : undefined;
  } catch {
    return undefined; // a user whom the system does not know, as in a container started with `--user 1234`
  }
}
