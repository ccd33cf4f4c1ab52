import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

// Node 22.8 and later keep compiled code between runs; on Node 20 there is nothing of the kind.
const { enableCompileCache } = nodeModule as { enableCompileCache?: (directory: string) => void };
enableCompileCache?.(join(__dirname, '.compile-cache'));

const { startKernel }: typeof import('./startKernel') = require('./startKernel');
const { values } = parseArgs({ options: { 'config-path': { type: 'string' } } });
if (values['config-path'] === undefined) throw new Error('usage: node main.js --config-path=FILE');
void startKernel(values['config-path']);
