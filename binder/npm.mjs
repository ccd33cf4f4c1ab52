// @ts-check
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from './jupyter.mjs';
import { run } from './steps.mjs';
import { writableHome } from './writable.mjs';

/** npm's settings that say how to reach a registry. All others could change what is installed. */
const reach =
  /^npm_config_(.*registry|.*proxy|noproxy|ca|cafile|cert|key|strict_ssl|cache|userconfig|globalconfig|fetch_.*|_.*|\/\/.*)$/i;

/** Answers what a configuration file may say: flags go before files. */
const flags = [
  '--include=dev',
  '--include=optional',
  '--include=peer',
  '--no-global',
  '--package-lock',
  '--no-dry-run',
  '--install-strategy=hoisted',
  '--no-audit',
  '--no-fund',
];

/** Installs exactly the packages of `package-lock.json`, whatever the user's npm is set to leave out. */
export function installPackages() {
  return npm('ci', ...flags);
}

/** @param {string} script of `package.json` */
export function runScript(script) {
  return npm('run', script);
}

/**
 * Runs npm from the root of the clone.
 *
 * @param {string[]} args
 */
export function npm(...args) {
  const script = scripts().find(file => basename(file) === 'npm-cli.js' && existsSync(file));
  return script ? run(process.execPath, [script, ...args], npmEnv()) : run('npm', args, npmEnv());
}

/** Where npm's own script may lie: on Windows, `npm` itself is a batch file, which only a shell can run. */
function scripts() {
  const folder = dirname(process.execPath);
  const script = 'node_modules/npm/bin/npm-cli.js';
  return [process.env.npm_execpath ?? '', join(folder, script), join(folder, '../lib', script)];
}

/** The environment without what would change what npm installs. */
function npmEnv() {
  const kept = Object.entries(process.env).filter(
    ([name]) => name !== 'NODE_ENV' && (!/^npm_config_/i.test(name) || reach.test(name)),
  );
  const cache = writableHome() ? {} : { npm_config_cache: join(root, '.cache/npm') };
  return { ...cache, ...Object.fromEntries(kept) };
}
