import { createRequire } from 'node:module';
import type { Bundle } from '../../lib/src/notebook/display.ts';

export interface Displayed {
  data: Bundle;
  transient: { display_id?: string };
  update: boolean;
}

/** What `run` displays in a notebook: stands in for the kernel's messaging module while it runs. */
export async function displayed(run: () => void | Promise<void>): Promise<Displayed[]> {
  const { cache } = createRequire(import.meta.url);
  const path = '/node_modules/tslab/dist/jupyter.js';
  const sent: Displayed[] = [];
  const lastWriteDisplayData = (message: Omit<Displayed, 'update'>, update: boolean) =>
    sent.push({ ...message, update });
  cache[path] = { exports: { lastWriteDisplayData } } as unknown as NodeJS.Module;
  try {
    await run();
  } finally {
    delete cache[path];
  }
  return sent;
}
