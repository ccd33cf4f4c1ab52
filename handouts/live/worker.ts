import { modules } from './modules.ts';
import { startWorker } from './startWorker.ts';

startWorker(modules);
