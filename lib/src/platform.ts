/** What the library reads of an AbortSignal. */
export interface StopSignal {
  readonly aborted: boolean;
  readonly reason?: unknown;
}

/** A compiled module, as WebAssembly hands it out. */
export type WebAssemblyModule = object;

/** What the library takes from the platform: the same in Node, in a worker and in a page. */
export interface Platform {
  readonly setImmediate?: (then: () => void) => unknown;
  readonly setTimeout: (then: () => void, delay: number) => unknown;
  readonly console: { log(text: string): void };
  readonly AbortSignal: { any(signals: readonly StopSignal[]): StopSignal };
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
  readonly atob: (base64: string) => string;
  readonly btoa: (bytes: string) => string;
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => WebAssemblyModule;
    readonly Instance: new (module: WebAssemblyModule) => { readonly exports: unknown };
  };
}

export const platform: Platform = globalThis as unknown as Platform;

/** Lets timers, messages and drawing have their turn. */
export function macrotask(): Promise<void> {
  return new Promise(resolve => {
    if (platform.setImmediate) platform.setImmediate(resolve);
    else platform.setTimeout(resolve, 0);
  });
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return platform.btoa(text);
}

/** Base64 of little-endian float32. */
export function floatsToBase64(numbers: ArrayLike<number>): string {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  for (let i = 0; i < numbers.length; i++) view.setFloat32(4 * i, numbers[i], true);
  return toBase64(new Uint8Array(view.buffer));
}

/** @throws a DOMException when the text is not base64. */
export function fromBase64(base64: string): Uint8Array {
  return Uint8Array.from(platform.atob(base64), character => character.charCodeAt(0));
}
