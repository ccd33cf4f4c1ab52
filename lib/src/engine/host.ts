/** A compiled module, as WebAssembly hands it out. */
export type WebAssemblyModule = object;

/** The little that the engine asks of its host, the same in Node, in a worker and in a page. */
export interface Host {
  readonly setImmediate?: (then: () => void) => unknown;
  readonly setTimeout: (then: () => void, delay: number) => unknown;
  readonly atob: (base64: string) => string;
  readonly btoa: (bytes: string) => string;
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => WebAssemblyModule;
    readonly Instance: new (module: WebAssemblyModule) => { readonly exports: unknown };
  };
}

export const host: Host = globalThis as unknown as Host;

/** Lets timers, messages and drawing have their turn. */
export function macrotask(): Promise<void> {
  return new Promise(resolve => {
    if (host.setImmediate) host.setImmediate(resolve);
    else host.setTimeout(resolve, 0);
  });
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return host.btoa(text);
}

/** @throws an error of the host when the text is not base64. */
export function fromBase64(base64: string): Uint8Array {
  return Uint8Array.from(host.atob(base64), character => character.charCodeAt(0));
}
