/// <reference lib="dom" />
import type { PlaygroundData } from '../../../lib/src/notebook/playgroundBundle.ts';
import { showPlayground } from './showPlayground.ts';

/** The worker's script, put here when this file is bundled. */
declare const PLAYGROUND_WORKER: string;

let worker: Worker | undefined;

async function openPort(): Promise<MessagePort> {
  worker ??= new Worker(URL.createObjectURL(new Blob([PLAYGROUND_WORKER], { type: 'text/javascript' })));
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(port2, [port2]);
  return port1;
}

// The lab extension calls this.
Object.assign(globalThis, {
  dropoutPlayground: (host: HTMLElement, data: PlaygroundData) => showPlayground(host, data, openPort),
});
