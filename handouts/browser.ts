import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../binder/browser.mjs';

/** WebGL without a graphics card, and nothing that phones home. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** The browser on this machine, as set-up found or installed it. */
export const browserPath: string | undefined = findBrowser();

export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath: browserPath, args });
