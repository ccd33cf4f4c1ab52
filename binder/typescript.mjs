// @ts-check
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { minifySync } from 'rolldown/utils';
import { root } from './jupyter.mjs';

/*
 * Writes the kernel's compiler, minified: each kernel keeps the text in memory. Five characters outside of Latin-1 make the
 * original take two bytes for each of its eight million characters. The compiler finds its own declarations beside the
 * original.
 */
const name = '@tslab/typescript-for-tslab';
const source = createRequire(import.meta.url).resolve(name);
const { code, errors } = minifySync(source, readFileSync(source, 'utf8'));
if (errors.length > 0) throw new Error(`${source}: ${errors.map(String).join('\n')}`);
const escape = (/** @type {string} */ unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const target = join(root, 'binder/kernel/dist/typescript.js');
writeFileSync(
  `${target}.${process.pid}`,
  `__filename = require.resolve('${name}');\n${code.replace(/[^\0-\xff]/g, escape)}`,
);
renameSync(`${target}.${process.pid}`, target);
