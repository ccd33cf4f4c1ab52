import type { Browser } from 'playwright-core';
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

/** Loads what drives a browser only when one is wanted: that takes 0.4 s, and most builds have all their pictures. */
export async function launchBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: browserPath, args });
}
