/// <reference lib="dom" />
import { drawFigure, figureHost } from './figures.ts';
import { play, playgroundIn } from './playInPage.ts';
import type { CellOutput } from './protocol.ts';
import { renderMarkdown } from './renderMarkdown.ts';
import { sanitize } from './sanitize.ts';

const PLOTLY = 'application/vnd.plotly.v1+json';

/** More text than this is cut off: a page with all of it would stand still. */
const LONGEST = 300_000;

/** Outputs with a name, which updates replace where they stand. */
const named = new Map<string, HTMLElement>();

/** What a cell put out, below it. */
export class OutputArea {
  #box: HTMLElement | null;
  #stream: { name: string; pre: HTMLElement } | undefined;
  #isOld = false;

  constructor(private readonly cell: Element) {
    this.#box = cell.querySelector('.outputs');
  }

  /** A run begins: what stands here stays until there is something new, so that the page does not jump. */
  begin(): void {
    this.#isOld = true;
    this.#stream = undefined;
    this.#box?.setAttribute('aria-busy', 'true');
  }

  /** The run has ended. */
  end(): void {
    if (this.#isOld) this.clear();
    this.#box?.removeAttribute('aria-busy');
    if (this.#box) this.#box.style.minHeight = '';
  }

  clear(): void {
    this.#isOld = false;
    this.#box?.replaceChildren();
  }

  add(output: CellOutput, id: string | undefined): void {
    const box = this.#open();
    if (output.output_type === 'stream') return this.#print(box, output.name, output.text);
    this.#stream = undefined;
    if (output.output_type === 'error') {
      box.append(pre(output.traceback.join('\n'), 'stderr'));
      return;
    }
    const element = render(output.data);
    if (id !== undefined) named.set(id, element);
    box.append(element);
  }

  #open(): HTMLElement {
    if (!this.#box) {
      this.#box = document.createElement('div');
      this.#box.className = 'outputs';
      this.#box.setAttribute('role', 'group');
      this.#box.setAttribute('aria-label', 'Output');
      this.cell.append(this.#box);
    }
    if (this.#isOld) {
      this.#box.style.minHeight = `${this.#box.offsetHeight}px`;
      this.clear();
    }
    return this.#box;
  }

  #print(box: HTMLElement, name: string, text: string): void {
    if (this.#stream?.name !== name) {
      this.#stream = { name, pre: pre('', name === 'stderr' ? 'stderr' : '') };
      box.append(this.#stream.pre);
    }
    const { pre: element } = this.#stream;
    const length = element.textContent.length;
    if (length >= LONGEST) return;
    element.append(
      length + text.length < LONGEST ? text : `${text.slice(0, LONGEST - length)}\n… (more was printed)`,
    );
    if (isWide(text)) element.tabIndex = 0;
  }
}

/** Replaces the output of that name where it stands. */
export function updateOutput(id: string, data: Record<string, unknown>): void {
  const element = named.get(id);
  if (!element) return;
  if (element.matches('.dropout-figure') && data[PLOTLY]) {
    drawFigure(element, data[PLOTLY], true);
    return;
  }
  const next = render(data);
  named.set(id, next);
  element.replaceWith(next);
}

/** The richest form of an output that the page knows. */
function render(data: Record<string, unknown>): HTMLElement {
  const text = (type: string): string => [data[type] ?? ''].flat().join('');
  if (data[PLOTLY]) {
    const host = figureHost(data[PLOTLY]);
    drawFigure(host, data[PLOTLY], true);
    return host;
  }
  const settings = playgroundIn(data);
  if (settings) {
    const host = document.createElement('div');
    host.style.minHeight = '20rem';
    play(host, settings);
    return host;
  }
  if ('text/html' in data) {
    const box = document.createElement('div');
    box.className = 'html';
    box.tabIndex = 0;
    box.append(sanitize(text('text/html')));
    box.hidden = !box.hasChildNodes();
    return box;
  }
  if ('text/markdown' in data) return renderMarkdown(text('text/markdown'));
  if ('image/svg+xml' in data)
    return image(`data:image/svg+xml,${encodeURIComponent(text('image/svg+xml'))}`, text('text/plain'));
  if ('image/png' in data) return image(`data:image/png;base64,${text('image/png')}`, text('text/plain'));
  return pre(text('text/plain'));
}

function image(src: string, alt: string): HTMLElement {
  return Object.assign(document.createElement('img'), { src, alt });
}

/** A text that may be too wide for the page scrolls, so the keyboard must reach it. */
function pre(text: string, className = ''): HTMLElement {
  const element = document.createElement('pre');
  element.className = className;
  element.textContent = text;
  if (isWide(text)) element.tabIndex = 0;
  return element;
}

function isWide(text: string): boolean {
  return text.split('\n').some(line => line.length > 80);
}
