import { CellRunner } from './CellRunner.ts';
import { doTasks } from './doTasks.ts';
import type { Modules } from './modules.ts';
import { servePlayground } from './playground/servePlayground.ts';
import type { ToWorker } from './protocol.ts';
import { on, post } from './scope.ts';
import { soon } from './soon.ts';

/** Makes this worker run cells, or tasks of a sweep, as its first message says. */
export function startWorker(modules: Modules): void {
  (globalThis as { setImmediate?: unknown }).setImmediate = soon;
  let runner: CellRunner | undefined;
  on('message', ({ data }: MessageEvent<ToWorker>) => {
    if (data.type === 'tasks') doTasks(data.port);
    else if (data.type === 'play') servePlayground(data.port);
    else if (data.type === 'start') {
      runner = new CellRunner(modules, data.types, data.seed);
      post({ type: 'ready' });
    } else if (data.type === 'run') void runner?.run(data);
    else runner?.stop();
  });
}
