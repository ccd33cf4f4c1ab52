import type { Publisher } from 'zeromq';
import { encodeMessage, type Content, type Header } from './message';

export type Publish = (type: string, content: Content, parent: Header) => void;

/** Bytes that may go out at once, and bytes a second once they are spent: several times what a browser can show. */
const burst = 32e6;
const rate = 8e6;

/** What a message costs beside its bytes: a million empty ones are a burden as well. */
const overhead = 1000;

/**
 * Sends messages to every front end, and none is lost. Code that prints without end must therefore wait for its readers,
 * as at a pipe, or memory would fill up with what it printed.
 */
export function createPublisher(iopub: Publisher, key: string): Publish {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  let left = burst;
  let last = performance.now();
  return (type, content, parent) => {
    const frames = encodeMessage(type, content, parent, key);
    void iopub.send([`kernel.${type}`, ...frames]);
    const now = performance.now();
    left = Math.min(burst, left + ((now - last) * rate) / 1000);
    last = now;
    for (const frame of frames) left -= frame.length;
    left -= overhead;
    if (left < 0) Atomics.wait(pause, 0, 0, (-left / rate) * 1000);
  };
}
