import { Arena, plainArena } from './arena';

const free: Arena[] = [];

/** An arena for as long as the caller needs it; `releaseArena` gives it back. */
export function acquireArena(): Arena {
  return free.pop() ?? plainArena(new Float32Array(2 ** 22));
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
