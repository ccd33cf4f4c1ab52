import { afterAll, beforeAll, vi } from 'vitest';
import { startKernels, stopKernels } from './kernels.ts';
import { queueContracts } from './queueContracts.ts';
import { outputContracts } from './outputContracts.ts';
import { errorContracts } from './errorContracts.ts';
import { inputContracts } from './inputContracts.ts';
import { interruptContracts } from './interruptContracts.ts';
import { questionContracts } from './questionContracts.ts';
import { trainingContracts } from './trainingContracts.ts';
import { hostileContracts } from './hostileContracts.ts';
import { endContracts } from './endContracts.ts';

/*
 * Every contract of the launcher, beside what stock tslab does in the same scene, in one process of each. A stock test
 * that fails says that tslab has mended a defect: then look whether the launcher can lose the code for it.
 */

vi.setConfig({ testTimeout: 20_000 });
beforeAll(startKernels);
afterAll(stopKernels);

queueContracts();
outputContracts();
errorContracts();
interruptContracts();
trainingContracts();
questionContracts();
inputContracts();
hostileContracts();
endContracts();
