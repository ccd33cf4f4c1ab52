import type { Arena } from './arena';
import { wasmArena } from './wasm';

const free: Arena[] = [];

/** WebAssembly memory grows but never shrinks: an arena beyond this many floats (64 MB) is left to the garbage collector. */
const KEPT = 2 ** 24;

/** An arena for as long as the function `user` needs it; `releaseArena` gives it back. */
export function acquireArena(user: string): Arena {
  const arena = free.pop() ?? wasmArena();
  arena.user = user;
  return arena;
}

export function releaseArena(arena: Arena): void {
  arena.clear();
  if (arena.heap.length <= KEPT) free.push(arena);
}

/** Runs `use` with an arena of its own, on behalf of the function `user`. */
export function withArena<T>(user: string, use: (arena: Arena) => T): T {
  const arena = acquireArena(user);
  try {
    return use(arena);
  } finally {
    releaseArena(arena);
  }
}
