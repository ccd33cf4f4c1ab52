import { modules } from './modules.ts';
import { startWorker } from './startWorker.ts';

startWorker({
  ...modules,
  'dropout-lab/tfjs': () => import('dropout-lab/tfjs'),
  '@tensorflow/tfjs': () => import('@tensorflow/tfjs'),
});
