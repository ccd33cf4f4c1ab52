import { Readable } from 'node:stream';
import type { Kernel } from './Kernel';
import type { Questions } from './Questions';
import { setTimeout } from './timers';

/** How long, in ms, a reader of `process.stdin` must want a line before the user is asked: most stop after the last one. */
const wait = 50;

/** Gives cells `prompt` and a `process.stdin` whose lines the user of the front end writes when they are read. */
export function installInput(kernel: Kernel, questions: Questions): void {
  const prompt = (question = '', initial = ''): string => {
    const ask = (): string => questions.ask(kernel.cell!.flush().request, String(question));
    return kernel.own(ask) || String(initial);
  };
  Object.defineProperty(globalThis, 'prompt', { value: prompt, writable: true, configurable: true });

  let input: Readable | undefined;
  Object.defineProperty(process, 'stdin', {
    get: () => (input = input?.readable ? input : createInput(kernel, questions)),
    configurable: true,
  });
}

function createInput(kernel: Kernel, questions: Questions): Readable {
  const input = new Readable({ read: () => askSoon() });
  const askSoon = (): void => {
    setTimeout(() => {
      if (input.destroyed) return;
      if (!input.readableFlowing || !kernel.runs) return askSoon();
      try {
        const { request } = kernel.cell!.flush();
        questions.askMeanwhile(request, '', answer => input.push(`${answer}\n`));
      } catch (error) {
        input.destroy(error as Error);
      }
    }, wait).unref();
  };
  return input;
}
