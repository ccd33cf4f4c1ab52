import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers';
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import type { Router } from 'zeromq';
import { encodeMessage, type Message } from './message';

/** How often, in ms, to look for an answer. */
const wait = 20;

/**
 * Asks the user through the front end's stdin channel. A thread takes that channel over at the first question: the kernel
 * itself can then wait for the answer in the middle of a line of code.
 */
export class Questions {
  readonly #answered = new Int32Array(new SharedArrayBuffer(4));
  #worker: Worker | undefined;
  #thread: MessagePort | undefined;
  #asked = 0;

  /**
   * @param stdin The channel, until the thread has it.
   * @param address Where it listens.
   * @param key Signs the messages.
   */
  constructor(
    private readonly stdin: Router,
    private readonly address: string,
    private readonly key: string,
  ) {}

  /**
   * Asks whoever sent `request`, and has everything wait for the answer.
   *
   * @throws Error when the sender takes no questions.
   */
  ask(request: Message, question: string): string {
    const thread = this.#send(request, question);
    Atomics.wait(this.#answered, 0, 0);
    return answerFrom(thread);
  }

  /** Asks, and has nothing wait for the answer; no answer comes when another question follows first. */
  askMeanwhile(request: Message, question: string, take: (answer: string) => void): void {
    const thread = this.#send(request, question);
    const asked = this.#asked;
    const look = (): void => {
      if (asked !== this.#asked) return;
      if (Atomics.load(this.#answered, 0) === 0) setTimeout(look, wait);
      else take(answerFrom(thread));
    };
    look();
  }

  /** Ends the thread, which cannot be ended in the middle of its work. */
  async close(): Promise<void> {
    if (!this.#worker) return;
    this.#thread?.postMessage(null, []);
    await Promise.race([once(this.#worker, 'exit'), new Promise(resolve => setTimeout(resolve, 500))]);
  }

  #send({ identities, header, content }: Message, prompt: string): MessagePort {
    if (content['allow_stdin'] !== true) throw new Error('nobody can answer a question here');
    const thread = (this.#thread ??= this.#start());
    while (receiveMessageOnPort(thread)); // Answers that came too late.
    Atomics.store(this.#answered, 0, 0);
    this.#asked += 1;
    const frames = encodeMessage('input_request', { prompt, password: false }, header, this.key);
    thread.postMessage([...identities, ...frames], []);
    return thread;
  }

  #start(): MessagePort {
    this.stdin.close();
    const { port1, port2 } = new MessageChannel();
    const workerData = { port: port2, address: this.address, key: this.key, answered: this.#answered };
    this.#worker = new Worker(join(__dirname, 'questionThread.js'), { workerData, transferList: [port2] });
    return port1;
  }
}

function answerFrom(thread: MessagePort): string {
  return (receiveMessageOnPort(thread) as { message: string }).message;
}
