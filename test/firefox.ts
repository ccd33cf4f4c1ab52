import { existsSync } from 'node:fs';
import { firefox, type Browser } from 'playwright-core';

const path = process.env.FIREFOX ?? '/usr/bin/firefox-esr';

/** Whether this machine has the Firefox that tests can drive. */
export const hasFirefox: boolean = existsSync(path);

/**
 * Debian's Firefox over WebDriver BiDi. It does not know the one command that sets colors and motion, so that command is
 * left out: the colors of its pages are set here.
 */
export async function launchFirefox(colorScheme: 'light' | 'dark' = 'light'): Promise<Browser> {
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    executablePath: path,
    firefoxUserPrefs: {
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    },
  });
  // oxlint-disable-next-line no-underscore-dangle -- playwright has no other way in
  const { _browserSession: session } = (browser as any)._connection.toImpl(browser);
  const prototype = Object.getPrototypeOf(session);
  const { send } = prototype;
  prototype.send = function (this: unknown, method: string, parameters: unknown) {
    return method === 'emulation.setMediaFeaturesOverride'
      ? Promise.resolve({})
      : send.call(this, method, parameters);
  };
  return browser;
}
