/** What the kernel, its compiler and its sockets use of the language and share with the cells. */
const names =
  `Object Function Array String Number Boolean Symbol BigInt RegExp Date Error TypeError Promise Map Set WeakMap
  WeakSet WeakRef Proxy Reflect JSON ArrayBuffer DataView Uint8Array Int32Array Float64Array Atomics Buffer URL
  AbortController setTimeout clearTimeout setImmediate queueMicrotask`.split(/\s+/);

interface Property {
  owner: object;
  key: PropertyKey;
  /** Without a prototype: whatever a cell adds to `Object.prototype` is not part of it. Undefined: no such property. */
  descriptor: PropertyDescriptor | undefined;
}

const { defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys, setPrototypeOf } =
  Reflect;

/** Added to `Object.prototype`, these would be part of every property descriptor: compiled cells could export nothing. */
const inDescriptors = { get: true, set: true, value: true, writable: true } as Record<PropertyKey, true>;
setPrototypeOf(inDescriptors, null);

/**
 * The built-in objects as they were when the kernel was ready. A cell may patch them, `Array.prototype.map` say, and its
 * patches are there for the cells that follow; the kernel's own code runs without them. Nothing in here may itself use
 * what a cell can patch: no iterators, no methods.
 */
export class BuiltIns {
  readonly #originals: Property[] = [];
  readonly #ofEveryObject: Record<PropertyKey, true> = { __proto__: null } as never;
  #patches: Property[] = [];
  #lent = false;

  constructor() {
    const samples = [Uint8Array.prototype, [].values(), new Map().values(), new Set().values()];
    const owners = new Set<object>(samples.flatMap(sample => [sample, getPrototypeOf(sample)!]));
    for (const name of names) {
      const value = globalThis[name as keyof typeof globalThis] as object & { prototype?: object };
      this.#note(globalThis, name);
      owners.add(value);
      if (value.prototype) owners.add(value.prototype);
    }
    for (const owner of owners) for (const key of ownKeys(owner)) this.#note(owner, key);
    this.#note(globalThis, 'process');
    for (const key of ownKeys(Object.prototype)) this.#ofEveryObject[key] = true;
  }

  /** From here on a cell's code runs: its patches are in force. */
  lend(): void {
    this.#lent = true;
    this.#patch();
  }

  /** From here on the kernel's own code runs. */
  takeBack(): void {
    this.#lent = false;
    this.#restore();
  }

  /** Does the kernel's own work, also in the middle of a cell. */
  own<T>(work: () => T): T {
    const lent = this.#lent;
    this.takeBack();
    try {
      return work();
    } finally {
      if (lent) this.lend();
    }
  }

  #restore(): void {
    for (let i = 0; i < this.#originals.length; i++) {
      const { owner, key, descriptor } = this.#originals[i]!;
      const now = property(owner, key);
      if (isSame(now.descriptor, descriptor!) || !defineProperty(owner, key, descriptor!)) continue;
      this.#patches[this.#patches.length] = now;
    }
    const keys = ownKeys(Object.prototype);
    for (let i = 0; i < keys.length; i++) {
      if (this.#ofEveryObject[keys[i]!]) continue;
      const now = property(Object.prototype, keys[i]!);
      if (!deleteProperty(Object.prototype, keys[i]!) || inDescriptors[keys[i]!]) continue;
      this.#patches[this.#patches.length] = now;
    }
  }

  #patch(): void {
    const patches = this.#patches;
    this.#patches = [];
    for (let i = 0; i < patches.length; i++) {
      const { owner, key, descriptor } = patches[i]!;
      if (descriptor) defineProperty(owner, key, descriptor);
      else deleteProperty(owner, key);
    }
  }

  #note(owner: object, key: PropertyKey): void {
    const noted = property(owner, key);
    if (noted.descriptor?.configurable) this.#originals.push(noted);
  }
}

function property(owner: object, key: PropertyKey): Property {
  const descriptor = getOwnPropertyDescriptor(owner, key);
  if (descriptor) setPrototypeOf(descriptor, null);
  return { owner, key, descriptor };
}

function isSame(now: PropertyDescriptor | undefined, then: PropertyDescriptor): boolean {
  return now !== undefined && now.value === then.value && now.get === then.get && now.set === then.set;
}
