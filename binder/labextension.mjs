// @ts-check
import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
import { playgroundScript } from './playground.mjs';
import { minifiedPlotly } from './plotly.mjs';
import { root } from './jupyter.mjs';

/**
 * Puts into a folder on JUPYTER_PATH what JupyterLab and Notebook need to draw figures without a network:
 * the extension, and plotly and the playground in the kernelspec folder, which Jupyter serves.
 *
 * @param {string} share as `.jupyter`, or `share/jupyter` of an environment
 */
export async function installLabExtension(share) {
  const extension = `${share}/labextensions/dropout-lab-figures`;
  cpSync(`${root}binder/labextension`, extension, { recursive: true });
  mkdirSync(`${share}/kernels/tslab`, { recursive: true });
  copyFileSync(await minifiedPlotly(), `${share}/kernels/tslab/plotly.min.js`);
  copyFileSync(playgroundScript, `${share}/kernels/tslab/playground.min.js`);
}
