import { runTask } from '../../lib/dist/experiment/sweepTask.js';
import type { TaskRequest } from './protocol.ts';

/** Carries out the tasks of a sweep that come through a port. */
export function doTasks(port: MessagePort): void {
  port.addEventListener('message', async ({ data: { id, task } }: MessageEvent<TaskRequest>) => {
    try {
      port.postMessage({ id, result: await runTask(task as Parameters<typeof runTask>[0]) });
    } catch (error) {
      port.postMessage({ id, error });
    }
  });
  port.start();
}
