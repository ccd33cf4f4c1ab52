/// <reference lib="dom" />
import type { PlaygroundSettings } from '../../../lib/src/notebook/playground.ts';
import type { PlayAnswer } from './servePlayground.ts';
import type { Trained } from './trainPlayground.ts';

/** Trains in a worker, one network at a time; of the settings that come meanwhile only the newest count. */
export class Trainer {
  #port: Promise<MessagePort> | undefined;
  #isBusy = false;
  #next: PlaygroundSettings | undefined;

  constructor(
    private readonly openPort: () => Promise<MessagePort>,
    private readonly done: (trained: Trained, isLatest: boolean) => void,
    private readonly failed: (message: string) => void,
  ) {}

  async train(settings: PlaygroundSettings): Promise<void> {
    if (this.#isBusy) {
      this.#next = settings;
      return;
    }
    this.#isBusy = true;
    (await (this.#port ??= this.#open())).postMessage(settings, []);
  }

  async #open(): Promise<MessagePort> {
    const port = await this.openPort();
    port.addEventListener('message', ({ data }: MessageEvent<PlayAnswer>) => this.#take(data));
    port.start();
    return port;
  }

  #take(answer: PlayAnswer): void {
    const next = this.#next;
    this.#next = undefined;
    this.#isBusy = false;
    if (next) void this.train(next);
    if ('error' in answer) this.failed(answer.error);
    else this.done(answer.trained, next === undefined);
  }
}
