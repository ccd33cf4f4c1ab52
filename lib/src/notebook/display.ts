import { createRequire } from 'node:module';

/** One output in several MIME types; the front end draws the richest one it can. Every output has a text. */
export interface Bundle {
  readonly 'text/plain': string;
  readonly [mimeType: string]: unknown;
}

/** `id` names the output; with `update` the output of that name is replaced where it stands. */
export interface DisplayOptions {
  readonly id?: string;
  readonly update?: boolean;
}

/**
 * Shows one output below the running cell; outside a notebook it prints the text.
 *
 * @example
 * display({ 'text/html': '<b>half</b>', 'text/plain': 'half' });
 */
export function display(bundle: Bundle, { id, update = false }: DisplayOptions = {}): void {
  const send = kernelModule()?.lastWriteDisplayData;
  if (send) send({ data: bundle, metadata: {}, transient: id ? { display_id: id } : {} }, update);
  else console.log(bundle['text/plain']);
}

interface KernelModule {
  /** `null` until the kernel runs its first cell. */
  lastWriteDisplayData:
    ((message: { data: Bundle; metadata: object; transient: object }, update: boolean) => void) | null;
}

/** tslab's own messaging module if this process is a kernel. It is looked up, never loaded: tslab may not be installed. */
function kernelModule(): KernelModule | undefined {
  const { cache } = createRequire(process.execPath);
  const path = Object.keys(cache).find(file => /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(file));
  return path === undefined ? undefined : cache[path]?.exports;
}
