// @ts-check
import { pythonEnv } from './jupyter.mjs';
import { run } from './steps.mjs';

/** pip's settings that say how to reach an index. All others could change what is installed, or where. */
const reach =
  /^(index-url|extra-index-url|find-links|no-index|trusted-host|cert|client-cert|proxy|keyring-provider|cache-dir|no-cache-dir|timeout|default-timeout|disable-pip-version-check)$/;

/** Later ones go before earlier ones. */
const sections = ['global', 'install', ':env:'];

/**
 * Installs the packages of a requirements file for the Python at `python`.
 *
 * @param {string} python
 * @param {string} requirements
 * @param {string} [folder] of its own, for packages that the course itself does not need
 */
export async function installRequirements(python, requirements, folder) {
  const args = ['-m', 'pip', 'install', '--quiet', '--retries', '2', '--requirement', requirements];
  if (folder) args.push('--no-deps', '--upgrade', '--target', folder);
  await run(python, args, await pipEnv(python));
}

/**
 * The environment in which pip knows how to reach its index and nothing else of the user's settings: those of variables
 * and of configuration files, which pip itself reads out.
 *
 * @param {string} python
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function pipEnv(python) {
  const env = pythonEnv(python);
  const others = Object.entries(env).filter(([name]) => !/^pip_/i.test(name));
  const list = await run(python, ['-m', 'pip', 'config', 'list'], env);
  const settings = sections.flatMap(section => [...reachable(list, section)]);
  const noFiles = { PIP_CONFIG_FILE: process.platform === 'win32' ? 'nul' : '/dev/null' };
  return { ...Object.fromEntries(others), ...Object.fromEntries(settings), ...noFiles };
}

/**
 * @param {string} list lines as `global.index-url='https://…'`, values as Python writes them
 * @param {string} section
 */
function* reachable(list, section) {
  for (const line of list.split(/\r?\n/)) {
    const [, where, name, value] = /^(.+?)\.([\w-]+)=['"](.*)['"]$/.exec(line) ?? [];
    if (where !== section || !reach.test(name)) continue;
    yield [
      `PIP_${name.replaceAll('-', '_').toUpperCase()}`,
      value.replaceAll('\\n', ' ').replaceAll('\\\\', '\\'),
    ];
  }
}
