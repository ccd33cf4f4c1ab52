import { KernelClient } from './KernelClient.ts';

/** The course's kernel, and stock tslab beside it. */
export let kernel: KernelClient;
export let stock: KernelClient;

/** Starts both and waits until they have compiled a first cell. */
export async function startKernels(): Promise<void> {
  [kernel, stock] = await Promise.all([KernelClient.start('launcher'), KernelClient.start('stock')]);
  await Promise.all([kernel.execute('0'), stock.execute('0')]);
}

export async function stopKernels(): Promise<void> {
  await Promise.all([kernel.stop(), stock.stop()]);
}
