import { fromBase64, platform, type WebAssemblyModule } from '../../platform';
import { Arena } from './arena';
import { bytes } from './build/bytes';
import type { Kernels } from './kernels';

/** What the compiled module exports: the kernels, and the memory they work on. */
interface Exports extends Kernels {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  heapStart(): number;
}

const PAGE = 2 ** 16;

let compiled: WebAssemblyModule | undefined;

/** An arena over the memory of a new instance of the kernels; the module itself is compiled once. */
export function wasmArena(): Arena {
  compiled ??= compile();
  const kernels = new platform.WebAssembly.Instance(compiled).exports as Exports;
  const { memory } = kernels;
  return new Arena({
    kernels,
    base: kernels.heapStart(),
    reserve(length) {
      const missing = 4 * length - memory.buffer.byteLength;
      if (missing > 0 && !canGrow(memory, Math.ceil(missing / PAGE))) return undefined;
      return new Float32Array(memory.buffer);
    },
  });
}

/** @throws an Error that says what is missing, where WebAssembly or its SIMD instructions are. */
function compile(): WebAssemblyModule {
  try {
    return new platform.WebAssembly.Module(fromBase64(bytes));
  } catch (cause) {
    throw new Error('The engine needs WebAssembly with SIMD: Node 20 or later, or a browser since 2023.', {
      cause,
    });
  }
}

/** Whether the memory could grow, and did. */
function canGrow(memory: Exports['memory'], pages: number): boolean {
  try {
    memory.grow(pages);
    return true;
  } catch {
    return false;
  }
}
