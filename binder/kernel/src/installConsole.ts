import type { Cell } from './Cell';

const printing = ['log', 'info', 'debug', 'warn', 'error', 'dir', 'table', 'trace'] as const;

/**
 * Fits `console` to a notebook: `clear` clears what the cell has shown, and no method prints for a cell that was
 * interrupted a while ago; Node's own swallow what `process.stdout.write` throws.
 */
export function installConsole(cell: () => Cell | undefined): void {
  console.clear = () => cell()?.clear();
  for (const name of printing) {
    const print = console[name].bind(console) as (...values: unknown[]) => void;
    console[name] = (...values: unknown[]) => {
      cell()?.throwIfOver();
      print(...values);
    };
  }
}
