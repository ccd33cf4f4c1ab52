/// <reference lib="dom" />
import { classColors, withDropout } from '../../../lib/src/palette.ts';

const CSS = `
.dropout-playground{display:grid;grid-template-columns:minmax(12rem,1fr) minmax(0,2fr);gap:1rem 1.5rem;font:13px/1.4 system-ui,sans-serif;color:inherit;max-width:56rem}
.dropout-playground-controls{display:grid;gap:.5rem;align-content:start}
.dropout-playground label{display:grid;grid-template-columns:1fr auto;gap:0 .5rem}
.dropout-playground input{grid-column:1/3;width:100%;min-height:24px;margin:0;accent-color:${withDropout}}
.dropout-playground select{grid-column:1/3;min-height:28px;font:inherit;color:inherit;background:var(--jp-layout-color0,var(--paper,Canvas));border:1px solid ${classColors[3]};border-radius:4px}
.dropout-playground option{color:CanvasText;background:Canvas}
.dropout-playground output{font-variant-numeric:tabular-nums}
.dropout-playground-pictures{display:grid;grid-template-columns:1fr 1fr;gap:1rem;align-items:start}
.dropout-playground canvas{width:100%;border-radius:4px;background:var(--jp-layout-color0,var(--paper,Canvas))}
.dropout-playground-result{grid-column:1/3;margin:0;font-size:15px}
@media (max-width:40rem){.dropout-playground,.dropout-playground-pictures{grid-template-columns:minmax(0,1fr)}.dropout-playground-result{grid-column:1}}`;

/** What every playground has: controls, two pictures, and a sentence that is announced. */
export interface Frame {
  readonly controls: HTMLElement;
  readonly left: HTMLCanvasElement;
  readonly right: HTMLCanvasElement;
  readonly result: HTMLElement;
}

/** Lays a playground out in a place of the page. `redraw` is called when the page turns dark or light. */
export function makeFrame(
  host: HTMLElement,
  about: string,
  heights: readonly [number, number],
  redraw: () => void,
): Frame {
  const box = element('div', 'dropout-playground');
  const controls = element('div', 'dropout-playground-controls');
  controls.setAttribute('role', 'group');
  controls.setAttribute('aria-label', about);
  const pictures = element('div', 'dropout-playground-pictures');
  const [left, right] = [canvas(heights[0]), canvas(heights[1])];
  const result = element('p', 'dropout-playground-result');
  result.setAttribute('role', 'status');
  pictures.append(left, right, result);
  box.append(controls, pictures);
  const style = document.createElement('style');
  style.textContent = CSS;
  host.replaceChildren(style, box);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  return { controls, left, right, result };
}

/** Text with parts in bold: those at odd places. */
export function setWords(place: HTMLElement, ...parts: readonly string[]): void {
  place.replaceChildren(
    ...parts.map((part, k) =>
      k % 2 ? Object.assign(document.createElement('strong'), { textContent: part }) : part,
    ),
  );
}

export function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

/** How wide a picture is, in the units of its drawing. */
export const WIDTH = 320;

/** A canvas for sharp screens. */
function canvas(height: number): HTMLCanvasElement {
  const made = document.createElement('canvas');
  Object.assign(made, { width: 2 * WIDTH, height: 2 * height });
  made.setAttribute('role', 'img');
  made.setAttribute('aria-label', 'not drawn yet');
  return made;
}
