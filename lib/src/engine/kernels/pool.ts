import type { Arena } from './arena';
import { wasmArena } from './wasm';

const free: Arena[] = [];

/** An arena for as long as the caller needs it; `releaseArena` gives it back. */
export function acquireArena(): Arena {
  return free.pop() ?? wasmArena();
}

export function releaseArena(arena: Arena): void {
  arena.clear();
  free.push(arena);
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
