import { setInterval } from './timers';

/** Ends this process within a second of the death of the one that started it. */
export function watchParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, 1000).unref();
}
