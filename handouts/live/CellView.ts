/// <reference lib="dom" />
import type { EditorView } from '@codemirror/view';
import { text, type CodeCell } from '../notebook.ts';
import { button, textElement } from './button.ts';
import { highlighted } from './highlight.ts';
import { openEditor } from './openEditor.ts';
import { OutputArea } from './OutputArea.ts';
import type { Ending } from './Session.ts';

/** What a cell asks of its page. */
export interface CellActions {
  run(cell: CellView): void;
  changed(cell: CellView): void;
  next(cell: CellView): CellView | undefined;
  above(cell: CellView): readonly CellView[];
}

const WORDS: Readonly<Record<Ending, string>> = {
  ok: 'ran',
  error: 'failed',
  stopped: 'stopped',
  lost: 'stopped; everything that ran before is gone',
};

/** A code cell of the page: its code, buttons, editor and outputs. */
export class CellView {
  readonly id: string;
  /** The code as the course has it. */
  readonly original: string;
  readonly outputs: OutputArea;
  /** The code that ran last in this session. */
  ran: string | undefined;
  #source: string;
  #editor: EditorView | undefined;
  readonly #code: HTMLElement;
  readonly #static: HTMLElement;
  readonly #runButton: HTMLButtonElement;
  readonly #editButton: HTMLButtonElement;
  readonly #resetButton: HTMLButtonElement;
  readonly #state = textElement('span', 'cell-state');
  #since = 0;

  constructor(
    cell: CodeCell,
    readonly element: HTMLElement,
    readonly label: string,
    private readonly actions: CellActions,
  ) {
    this.id = cell.id;
    this.original = this.#source = text(cell.source);
    this.outputs = new OutputArea(element);
    this.#code = element.querySelector('.highlight')!;
    this.#static = this.#code.querySelector('pre')!;
    this.#runButton = button(
      'Run',
      () => actions.run(this),
      'Runs this cell, and first what stands above it and has not run',
    );
    this.#editButton = button('Edit', () => (this.#editor ? this.close() : this.open()));
    this.#resetButton = button('Reset', () => this.reset(), 'Back to the code of the course');
    const tools = textElement('div', 'cell-tools');
    tools.setAttribute('role', 'group');
    tools.setAttribute('aria-label', `Code of ${label}`);
    tools.append(this.#runButton, this.#editButton, this.#resetButton, this.#state);
    this.#code.append(tools);
    this.#showEdited();
  }

  get source(): string {
    return this.#source;
  }

  get isEdited(): boolean {
    return this.#source !== this.original;
  }

  /** Whether the code as it stands has run in this session. */
  get isFresh(): boolean {
    return this.ran === this.#source;
  }

  /** Other code in the place of this, as it was saved. */
  setSource(source: string): void {
    this.#source = source;
    this.#editor?.dispatch({ changes: { from: 0, to: this.#editor.state.doc.length, insert: source } });
    this.#static.replaceChildren(highlighted(source));
    this.#showEdited();
  }

  reset(): void {
    this.setSource(this.original);
    this.actions.changed(this);
    this.#editButton.focus();
  }

  open(): void {
    this.#static.hidden = true;
    const place = textElement('div', 'editor');
    this.#static.after(place);
    this.#editor = openEditor(place, `Code of ${this.label}`, this.#source, {
      change: source => {
        this.#source = source;
        this.#showEdited();
        this.actions.changed(this);
      },
      run: goesOn => {
        this.actions.run(this);
        if (goesOn) this.actions.next(this)?.focus();
      },
      leave: () => this.close(),
      above: () => this.actions.above(this).map(({ source }) => source),
    });
    this.#editButton.textContent = 'Close';
    this.#editor.focus();
  }

  close(): void {
    if (!this.#editor) return;
    const place = this.#editor.dom.parentElement!;
    this.#editor.destroy();
    this.#editor = undefined;
    place.remove();
    if (this.isEdited) this.#static.replaceChildren(highlighted(this.#source));
    this.#static.hidden = false;
    this.#editButton.textContent = 'Edit';
    this.#runButton.focus();
  }

  focus(): void {
    if (this.#editor) this.#editor.focus();
    else this.#runButton.focus();
  }

  /** Waits for its turn. */
  queue(): void {
    this.#say('queued', 'waits');
  }

  begin(): void {
    this.#since = performance.now();
    this.ran = this.#source;
    this.outputs.begin();
    this.#say('running', 'runs');
  }

  end(ending: Ending): void {
    this.outputs.end();
    if (ending !== 'ok') this.ran = undefined;
    const seconds = (performance.now() - this.#since) / 1000;
    this.#say(ending, ending === 'ok' ? `ran in ${seconds.toFixed(seconds < 10 ? 1 : 0)} s` : WORDS[ending]);
  }

  /** As if it had never run. */
  forget(): void {
    this.ran = undefined;
    this.#say('', '');
  }

  #say(state: string, words: string): void {
    this.element.dataset.state = state;
    this.#state.textContent = words;
  }

  #showEdited(): void {
    this.element.toggleAttribute('data-edited', this.isEdited);
    this.#resetButton.hidden = !this.isEdited;
  }
}
