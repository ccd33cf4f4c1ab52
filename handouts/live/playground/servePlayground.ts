import type { PlaygroundSettings } from '../../../lib/src/notebook/playground.ts';
import { trainPlayground, type Trained } from './trainPlayground.ts';

export type PlayAnswer = { trained: Trained } | { error: string };

/** Trains, whenever settings come through the port, and sends back what came of it. */
export function servePlayground(port: MessagePort): void {
  port.addEventListener('message', async ({ data }: MessageEvent<PlaygroundSettings>) => {
    try {
      port.postMessage({ trained: await trainPlayground(data) } satisfies PlayAnswer, []);
    } catch (error) {
      port.postMessage({ error: String(error) } satisfies PlayAnswer, []);
    }
  });
  port.start();
}
