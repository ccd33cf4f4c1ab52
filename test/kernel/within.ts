import { pause } from './KernelClient.ts';

/** `result`, or undefined when it does not come within `milliseconds`. */
export function within<T>(milliseconds: number, result: Promise<T>): Promise<T | undefined> {
  return Promise.race([result, pause(milliseconds).then(() => undefined)]);
}
