import { setInterval } from './timers';

const kill = process.kill.bind(process);

/** Ends this process within a second of the death of the one that started it. */
export function watchParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent || hasEnded(parent)) process.exit(1);
  }, 1000).unref();
}

/** On Windows an orphan keeps the number of its parent. */
function hasEnded(pid: number): boolean {
  try {
    kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'; // else it is there, and another user's
  }
}
