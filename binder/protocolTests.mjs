// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { jupyter, root } from './jupyter.mjs';
import { installRequirements } from './pip.mjs';
import { SetUpError, step } from './steps.mjs';

/** Where Jupyter's own tests of kernels and its console are, apart from the packages of the course. */
export const protocolTests = join(root, '.cache/jupyter-kernel-test');

const packages = ['jupyter_kernel_test', 'jupyter_console'];

/** Whether they are there. */
export function isSetUp() {
  return packages.every(name => existsSync(join(protocolTests, name)));
}

/** Installs Jupyter's tests of kernels; without a package index in reach, says that they will not run. */
export async function setUpProtocolTests() {
  if (isSetUp()) return;
  try {
    const install = () =>
      installRequirements(jupyter().python, 'test/kernel/requirements.txt', protocolTests);
    await step('Jupyter’s tests of kernels', install);
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    console.error(`  Jupyter’s tests of kernels will be left out: ${error.message}`);
  }
}
