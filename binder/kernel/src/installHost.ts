import type { Kernel } from './Kernel';

/** What a library may ask of the place its code runs in: `lib/src/host.ts` says what each part is. */
interface Host {
  display(bundle: object, options: { readonly id?: string; readonly update?: boolean }): void;
  readonly stop: AbortSignal | undefined;
}

/** Installs the host that `dropout-lab` finds: outputs go to the cell that made them, an interrupt ends its work. */
export function installHost(kernel: Kernel): void {
  const host: Host = {
    display(data, { id, update = false }) {
      const content = { data, metadata: {}, transient: id ? { display_id: id } : {} };
      kernel.cell?.show(update ? 'update_display_data' : 'display_data', content);
    },
    get stop() {
      return kernel.cell?.heed();
    },
  };
  Object.defineProperty(globalThis, Symbol.for('dropout-lab.host'), { value: host });
}
