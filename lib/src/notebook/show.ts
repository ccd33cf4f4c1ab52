import { compact } from '../plot/compact';
import { type Figure, type FigureTable } from '../plot/figure';
import { type Bundle, display, type DisplayOptions } from './display';
import { escapeHtml, scriptJson } from './html';

/**
 * Shows a figure below the running cell. Where plotly cannot run, its words and its data stand in its place.
 *
 * @example
 * show(plotPoints(X, y, { title: 'Two overlapping blobs' }));
 */
export function show(figure: Figure, options: DisplayOptions = {}): void {
  display(figureBundle(figure), options);
}

/**
 * A figure as one output that depends on no other: plotly's MIME type for JupyterLab, HTML for handouts and other
 * front ends, text for the rest. Equal figures give equal outputs.
 */
export function figureBundle({ data, layout, frames, config, title, alt, table }: Figure): Bundle {
  const drawing = compact({ data, layout, config, ...(frames && { frames }) });
  return {
    'application/vnd.plotly.v1+json': { ...(drawing as object), ...(title && { title }), alt, table },
    'text/html': figureHtml(drawing, { title, alt, table }),
    'text/plain': alt,
  };
}

/**
 * Hands the figure to the page's script (`binder/figures/`): there already, on its way, inlined further down in a
 * handout, or fetched here from the kernelspec folder, which Jupyter serves under its base URL.
 */
const LOADER = `(q=>{q.push(FIGURE);if(q.draw||q.asked)return;
const c=document.getElementById("jupyter-config-data"),b=c?JSON.parse(c.textContent).baseUrl:document.body.dataset.baseUrl;
if(!b)return;q.asked=1;const s=document.createElement("script");s.src=b+"kernelspecs/tslab/plotly.min.js";
s.onerror=()=>{q.asked=0};document.head.append(s)})(window.dropoutFigures=window.dropoutFigures||[])`;

function figureHtml(
  drawing: unknown,
  { title, alt, table }: Pick<Figure, 'title' | 'alt' | 'table'>,
): string {
  const json = scriptJson(drawing);
  const key = hash(json + alt);
  return [
    `<figure class="dropout-figure" data-figure="${key}">`,
    title ? `<figcaption>${escapeHtml(title)}</figcaption>` : '',
    `<div class="dropout-figure-plot" role="img" aria-label="${escapeHtml(alt)}"></div>`,
    `<details open><summary>This figure in words and numbers</summary><p>${escapeHtml(alt)}</p>`,
    `<div tabindex="0">${tableHtml(table)}</div></details></figure>`,
    `<script>${LOADER.replace('FIGURE', () => `["${key}",${json}]`)}</script>`,
  ].join('\n');
}

function tableHtml({ columns, rows, note }: FigureTable): string {
  const head = rowHtml('th', ' scope="col"', columns);
  const body = rows.map(row => rowHtml('td', '', row)).join('\n');
  return `<table>${head}\n${body}</table>${note ? `<p>${escapeHtml(note)}</p>` : ''}`;
}

function rowHtml(tag: string, attributes: string, values: readonly (string | number)[]): string {
  const cells = values.map(value => `<${tag}${attributes}>${escapeHtml(String(value))}</${tag}>`);
  return `<tr>${cells.join('')}</tr>`;
}

/** 64 bits of FNV-1a in two halves, as 16 hexadecimal digits: the same figure has the same key in every execution. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0xcbf29ce4;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code ^ (i & 0xff), 0x01000193);
  }
  return [a, b].map(half => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
