import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';

const stderrOf = (code: string) =>
  spawnSync(process.execPath, ['-e', code], { cwd: root, encoding: 'utf8' }).stderr;
const use = "require('@tensorflow/tfjs').tensor(1).dispose()";

test('dropout-lab/tfjs keeps the greeting of TensorFlow.js off stderr', () => {
  expect(stderrOf(use)).toContain('Hi, looks like you are running TensorFlow.js');
  expect(stderrOf(`require('dropout-lab/tfjs'); ${use}`)).toBe('');
});

test('a later warning of TensorFlow.js is still shown', () => {
  const warn = "require('@tensorflow/tfjs').backend_util.warn('a warning')";
  expect(stderrOf(`require('dropout-lab/tfjs'); ${warn}`)).toContain('a warning');
});
