import type { Converter } from 'tslab/dist/converter';
import { CompilerFailure } from './CompilerFailure';

/**
 * A converter that survives an exception inside the compiler. Such an exception, as a stack overflow, leaves tslab's
 * converter with half of a rebuild: it would refuse every later cell. A new one takes its place, and knows the modules
 * that cells have defined.
 *
 * @throws CompilerFailure from each of its functions, save `close`.
 */
export function createRenewableConverter(create: () => Converter): Converter {
  const modules = new Map<string, Parameters<Converter['addModule']>>();
  let inner: Converter | undefined = create();
  const current = (): Converter => {
    if (inner) return inner;
    inner = create();
    for (const module of modules.values()) inner.addModule(...module);
    return inner;
  };
  const guarded = <T>(work: (converter: Converter) => T): T => {
    try {
      return work(current());
    } catch (error) {
      discard(inner);
      inner = undefined;
      throw new CompilerFailure(error);
    }
  };
  return {
    convert: (...args) => guarded(converter => converter.convert(...args)),
    inspect: (...args) => guarded(converter => converter.inspect(...args)),
    complete: (...args) => guarded(converter => converter.complete(...args)),
    addModule(...module) {
      const diagnostics = guarded(converter => converter.addModule(...module));
      modules.set(module[0], module);
      return diagnostics;
    },
    close: () => inner?.close(),
  };
}

/** Stops a broken converter from watching files. */
function discard(broken: Converter | undefined): void {
  try {
    broken?.close();
  } catch {
    // It is not used any more.
  }
}
