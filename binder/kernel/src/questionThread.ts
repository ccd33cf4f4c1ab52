import { workerData, type MessagePort } from 'node:worker_threads';
import { Router } from 'zeromq';
import { decodeMessage } from './message';

/*
 * The thread of `Questions`. Sends each question as soon as its front end can be reached, and the next answer back.
 */

/** How long, in ms, to wait for the channel to be free, or for a front end to have found it. */
const wait = 50;

const { port, address, key, answered } = workerData as {
  port: MessagePort;
  address: string;
  key: string;
  answered: Int32Array;
};
const socket = new Router({ mandatory: true, linger: 0 });
let question: (Uint8Array | string)[] | null = null;

async function untilDone(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch {
      await new Promise(resolve => setTimeout(resolve, wait));
    }
  }
}

async function main(): Promise<void> {
  await untilDone(() => socket.bind(address));
  port.on('message', (frames: (Uint8Array | string)[] | null) => {
    question = frames;
    if (!frames) {
      socket.close();
      return port.close();
    }
    void untilDone(async () => {
      if (question === frames) await socket.send(frames.map(frame => Buffer.from(frame as Uint8Array)));
    });
  });
  for await (const frames of socket) {
    const { header, content } = decodeMessage(frames, key);
    if (!question || header.msg_type !== 'input_reply') continue;
    question = null;
    port.postMessage(String(content['value']));
    Atomics.store(answered, 0, 1);
    Atomics.notify(answered, 0);
  }
}

void main();
