// @ts-check
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { canInstall, install } from './debian.mjs';
import { SetUpError, step } from './steps.mjs';

export const browserNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];

/** Where browsers are installed on systems that do not put them on the PATH. */
const installed = {
  darwin: () =>
    ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap(name =>
      ['/', homedir()].map(folder => join(folder, `Applications/${name}.app/Contents/MacOS/${name}`)),
    ),
  win32: () =>
    ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].flatMap(name =>
      ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(folder =>
        join(process.env[folder] ?? '', name),
      ),
    ),
};

/** Whether `CHROMIUM=none` asks for no browser, and so for no browser tests. */
export const declined = process.env.CHROMIUM === 'none';

/**
 * Path of the Chromium, Chrome or Edge that the browser tests drive: the one that `CHROMIUM` names, else the first one
 * on the PATH or where the system keeps such programs.
 *
 * @returns {string | undefined} undefined where the machine has none, or none is wanted
 * @throws {SetUpError} where `CHROMIUM` names something that cannot be run
 */
export function findBrowser() {
  const { CHROMIUM, PATH = '' } = process.env;
  if (declined) return undefined;
  if (CHROMIUM && !isExecutable(CHROMIUM)) {
    throw new SetUpError(
      `CHROMIUM must be the path of Chromium, Chrome or Edge, or \`none\`. Got ${CHROMIUM}, which cannot be run.`,
    );
  }
  const onPath = PATH.split(delimiter).flatMap(folder => browserNames.map(name => join(folder, name)));
  const elsewhere =
    process.platform in installed ? installed[/** @type {'darwin'} */ (process.platform)]() : [];
  return CHROMIUM || [...onPath, ...elsewhere].find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs Debian's Chromium where there is no browser and that is possible; otherwise the browser tests are skipped. */
export async function setUpBrowser() {
  if (findBrowser() || declined || !canInstall()) return;
  process.stderr.write(
    '  No Chromium or Chrome was found: apt-get installs one for the browser tests (about 300 MB).\n' +
      '  To do without, stop this and run `CHROMIUM=none npm test`, which skips those tests.\n',
  );
  await step('Chromium for the browser tests, with apt-get', () => install('chromium', 'fonts-dejavu-core'));
}
