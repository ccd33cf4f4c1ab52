// @ts-check
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstall, install } from './debian.mjs';
import { step } from './steps.mjs';

export const browserNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];

const onMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * Path of the Chromium or Chrome that the browser tests drive: `CHROMIUM`, else the first one on the PATH.
 *
 * @returns {string | undefined} undefined where the machine has none
 */
export function findBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = folders.flatMap(folder => browserNames.map(name => join(folder, name)));
  return [process.env.CHROMIUM ?? '', ...candidates, onMac].find(isExecutable);
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

/** Installs Debian's Chromium where there is no browser and that is possible; otherwise the browser tests skip. */
export async function setUpBrowser() {
  if (findBrowser() || !canInstall()) return;
  await step('Chromium for the browser tests, with apt-get', () => install('chromium', 'fonts-dejavu-core'));
}
