import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * Calls `interrupt` when SIGINT comes while the main thread runs nothing that the signal itself can break. No listener of
 * `process` is needed for that, and none may be: Node would take the signal away from the thread that watches for it.
 */
export async function watchInterrupts(interrupt: () => void): Promise<void> {
  const emitter: EventEmitter = process;
  for (const listen of emitter.listeners('newListener')) {
    emitter.off('newListener', listen as () => void);
    emitter.on('newListener', (event, ...rest) => void (event === 'SIGINT' || listen(event, ...rest)));
  }
  const worker = new Worker(join(__dirname, 'interruptWatch.js'), {
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 },
  });
  worker.unref();
  await once(worker, 'message');
  worker.on('message', interrupt);
}
