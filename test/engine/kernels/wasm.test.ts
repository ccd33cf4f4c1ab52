import { afterEach, beforeEach, expect, it, vi } from 'vitest';

// The kernels are compiled once for each copy of the module.
beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

function Module(): never {
  throw new WebAssembly.CompileError('invalid value type 0x7b');
}

it.each([
  ['without WebAssembly', undefined],
  ['without SIMD', { ...WebAssembly, Module }],
])('%s the engine says what it needs', async (_, there) => {
  const { wasmArena } = await import('../../../lib/src/engine/kernels/wasm.ts');
  vi.stubGlobal('WebAssembly', there);
  expect(wasmArena).toThrow('The engine needs WebAssembly with SIMD');
});
