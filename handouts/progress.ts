import type { Step } from './execute.ts';

/**
 * Shows how far several notebooks are: on a terminal in one line that renews itself, elsewhere only what is finished.
 *
 * @example
 * const progress = new Progress(process.stdout);
 * progress.step('04-zero-out', { cell: 'w1', number: 2, of: 9 }); // 04-zero-out 2/9
 * progress.done('04-zero-out', '04-zero-out.html  61 kB');
 */
export class Progress {
  private readonly running = new Map<string, string>();

  constructor(private readonly out: { isTTY?: boolean; columns?: number; write(text: string): unknown }) {}

  /** The notebook begins this cell. */
  step(name: string, { number, of }: Step): void {
    this.running.set(name, `${name} ${number}/${of}`);
    this.draw();
  }

  /** The notebook is finished; `line` stays. */
  done(name: string, line: string): void {
    this.running.delete(name);
    this.out.write(`${this.out.isTTY ? '\r\x1b[K' : ''}${line}\n`);
    this.draw();
  }

  /** Takes the renewed line away. */
  clear(): void {
    this.running.clear();
    this.draw();
  }

  private draw(): void {
    if (!this.out.isTTY) return;
    const line = [...this.running.values()].join('   ');
    this.out.write(`\r\x1b[K${line.slice(0, (this.out.columns || 80) - 1)}`);
  }
}
