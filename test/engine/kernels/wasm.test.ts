import { afterEach, expect, it, vi } from 'vitest';
import { wasmArena } from '../../../lib/src/engine/kernels/wasm.ts';

afterEach(() => vi.unstubAllGlobals());

function Module(): never {
  throw new WebAssembly.CompileError('invalid value type 0x7b');
}

it.each([
  ['without WebAssembly', undefined],
  ['without SIMD', { ...WebAssembly, Module }],
])('%s the engine says what it needs', (_, there) => {
  vi.stubGlobal('WebAssembly', there);
  expect(wasmArena).toThrow('The engine needs WebAssembly with SIMD');
});
