/// <reference lib="dom" />
import type { PlaygroundData } from '../../../lib/src/notebook/playgroundBundle.ts';
import { showTraining } from './showTraining.ts';
import { showUnit } from './showUnit.ts';

/**
 * Puts a playground into a place of the page.
 *
 * @param openPort gives the port of a worker that trains
 */
export function showPlayground(
  host: HTMLElement,
  data: PlaygroundData,
  openPort: () => Promise<MessagePort>,
): void {
  if ('training' in data) showTraining(host, data.training, openPort);
  else showUnit(host, data.unit);
}
