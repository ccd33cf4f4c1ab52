/// <reference lib="dom" />
import { CellView } from './CellView.ts';
import { codeCells, type Content } from './content.ts';
import { updateOutput } from './OutputArea.ts';
import { Session } from './Session.ts';

export type LiveState = 'idle' | 'starting' | 'ready' | 'running' | 'failed';

/** The cells of a page, and the worker they run in. */
export class LivePage {
  readonly cells: readonly CellView[];
  #session: Session;
  #queue: CellView[] = [];
  #running: Promise<void> | undefined;

  /**
   * @param say Tells the reader what goes on.
   * @param changed A cell was edited or reset.
   */
  constructor(
    private readonly content: Content,
    private readonly say: (words: string) => void,
    changed: () => void,
  ) {
    this.#session = this.#newSession();
    const actions = {
      run: (cell: CellView) => this.run(cell),
      next: (cell: CellView) => this.cells[this.cells.indexOf(cell) + 1],
      above: (cell: CellView) => this.#above(cell),
      changed,
    };
    this.cells = codeCells(content).flatMap((cell, k) => {
      const element = document.getElementById(`cell-id=${cell.id}`);
      return element?.querySelector('.highlight pre')
        ? [new CellView(cell, element, `cell ${k + 1}`, actions)]
        : [];
    });
    this.#state('idle');
  }

  /** Runs a cell, and first what stands above it and has not run. */
  run(cell: CellView): void {
    this.#add([...this.#above(cell).filter(one => !one.isFresh), cell]);
  }

  runAll(): void {
    this.#add(this.cells);
  }

  /** Ends the running cell, and runs none of those that wait. */
  async stop(): Promise<void> {
    this.#empty();
    await this.#session.stop();
  }

  /** Starts over with a new worker: no cell has run. */
  async restart(): Promise<void> {
    this.#empty();
    await this.#session.close();
    await this.#running;
    this.#session = this.#newSession();
    for (const cell of this.cells) cell.forget();
    this.#state('idle');
    this.say('Restarted: no cell has run.');
  }

  #above(cell: CellView): readonly CellView[] {
    return this.cells.slice(0, this.cells.indexOf(cell));
  }

  #newSession(): Session {
    return new Session(this.content.seed, updateOutput);
  }

  #add(cells: readonly CellView[]): void {
    for (const cell of cells) {
      if (this.#queue.includes(cell)) continue;
      cell.queue();
      this.#queue.push(cell);
    }
    this.#running ??= this.#work().finally(() => (this.#running = undefined));
  }

  #empty(): void {
    for (const cell of this.#queue.splice(0)) cell.forget();
  }

  async #work(): Promise<void> {
    let ran = 0;
    try {
      this.#state('starting');
      this.say('Starting …');
      await this.#session.start();
    } catch (error) {
      this.#empty();
      this.#state('failed');
      return this.say(`The cells cannot run here: ${(error as Error).message}`);
    }
    this.#state('running');
    for (let cell = this.#queue.shift(); cell; cell = this.#queue.shift()) {
      this.say(`Running ${cell.label} of ${this.cells.length} …`);
      cell.begin();
      const { outputs } = cell;
      const ending = await this.#session.run(cell.label, cell.source, {
        output: (output, id) => outputs.add(output, id),
      });
      if (ending === 'lost') for (const one of this.cells) one.forget();
      cell.end(ending);
      if (ending !== 'ok') {
        this.#empty();
        this.#state(ending === 'error' ? 'failed' : 'ready');
        return this.say(SAID[ending](cell.label));
      }
      ran++;
    }
    this.#state('ready');
    this.say(ran === 1 ? 'The cell has run.' : `${ran} cells have run.`);
  }

  #state(state: LiveState): void {
    document.documentElement.dataset.live = state;
  }
}

const SAID = {
  error: (label: string) => `An error in ${label}; what follows it was not run.`,
  stopped: (label: string) => `Stopped in ${label}. What ran before is kept.`,
  lost: (label: string) =>
    `Stopped in ${label}, which did not end by itself: everything that ran before is gone.`,
};
