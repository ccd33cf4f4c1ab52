import * as node from 'node:timers';

/** Node's own timers, which the kernel uses itself: those of the cells are guarded (`guardTimers`). */
export const { setTimeout, setInterval, setImmediate, clearInterval } = node;
