import type { Bundle, DisplayOptions } from '../../lib/src/host.ts';
import { withHost } from '../withHost.ts';

export interface Displayed extends DisplayOptions {
  readonly data: Bundle;
}

/** What `run` displays, as the host of a notebook is given it. */
export async function displayed(run: () => void | Promise<void>): Promise<Displayed[]> {
  const sent: Displayed[] = [];
  await withHost({ display: (data, options) => void sent.push({ data, ...options }) }, run);
  return sent;
}
