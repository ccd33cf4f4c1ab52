import type { Arena } from './arena';
import { wasmArena } from './wasm';

const free: Arena[] = [];

/** WebAssembly memory grows but never shrinks: an arena beyond this many floats (64 MB) is left to the garbage collector. */
const KEPT = 2 ** 24;

/** An arena for as long as the caller needs it; `releaseArena` gives it back. */
export function acquireArena(): Arena {
  return free.pop() ?? wasmArena();
}

export function releaseArena(arena: Arena): void {
  arena.clear();
  if (arena.heap.length <= KEPT) free.push(arena);
}

/** Runs `use` with an arena of its own. */
export function withArena<T>(use: (arena: Arena) => T): T {
  const arena = acquireArena();
  try {
    return use(arena);
  } finally {
    releaseArena(arena);
  }
}
