/// <reference lib="dom" />
import { PLAYGROUND_MIME, type PlaygroundData } from '../../lib/src/notebook/playgroundBundle.ts';
import { showPlayground } from './playground/showPlayground.ts';
import type { ToWorker } from './protocol.ts';
import { workerUrl } from './Session.ts';

/** The worker that trains for all playgrounds of a page, each through a port of its own. */
let worker: Promise<Worker> | undefined;

async function openPort(): Promise<MessagePort> {
  worker ??= workerUrl().then(url => new Worker(url));
  const { port1, port2 } = new MessageChannel();
  (await worker).postMessage({ type: 'play', port: port2 } satisfies ToWorker, [port2]);
  return port1;
}

const sight = new IntersectionObserver(
  entries => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      sight.unobserve(target);
      showPlayground(target as HTMLElement, waiting.get(target)!, openPort);
    }
  },
  { rootMargin: '300px' },
);
const waiting = new WeakMap<Element, PlaygroundData>();

/** The settings of a playground in an output, if it is one. */
export function playgroundIn(data: Record<string, unknown>): PlaygroundData | undefined {
  return data[PLAYGROUND_MIME] as PlaygroundData | undefined;
}

/** Makes a place of the page a playground, once it comes near the screen. */
export function play(host: HTMLElement, settings: PlaygroundData): void {
  waiting.set(host, settings);
  sight.observe(host);
}
