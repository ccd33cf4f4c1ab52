// @ts-check
/*
 * Sets up all that the course needs, from nothing, inside the clone; under a second when nothing changed.
 *
 *   node binder/set-up.mjs                 npm packages, library, kernel, Python environment
 *   node binder/set-up.mjs --browser       and a browser for the tests
 *   node binder/set-up.mjs --share FOLDER  registers in FOLDER, for a Jupyter that is already there (Binder)
 *
 * Runs before any package is installed: plain JavaScript, Node's own modules only.
 */
import { parseArgs } from 'node:util';
import { prepare } from './prepare.mjs';

const { values } = parseArgs({
  options: { browser: { type: 'boolean' }, share: { type: 'string' } },
});
await prepare(values);
