import { compact } from '../plot/compact';
import { type Figure, type FigureTable } from '../plot/figure';
import { type Bundle, display, type DisplayOptions } from './display';
import { fnv1a } from './fnv1a';
import { escapeHtml, scriptJson } from './html';
import { type PlaygroundData, playgroundBundle } from './playgroundBundle';

/**
 * Shows a figure, or a playground, below the running cell. Where it cannot run, its words and its data stand in its place.
 *
 * @example
 * show(plotPoints(X, y, { title: 'Two overlapping blobs' }));
 */
export function show(
  figure: Figure | { readonly playground: PlaygroundData },
  options: DisplayOptions = {},
): void {
  display('playground' in figure ? playgroundBundle(figure) : figureBundle(figure), options);
}

/**
 * A figure as one output that depends on no other: plotly's MIME type for JupyterLab, HTML for handouts and other
 * front ends, text for the rest. Equal figures give equal outputs.
 */
export function figureBundle({ data, layout, frames, config, title, alt, words, tables }: Figure): Bundle {
  const drawing = compact({ data, layout, config, ...(frames && { frames }) });
  return {
    'application/vnd.plotly.v1+json': { ...(drawing as object), ...(title && { title }), alt, words, tables },
    'text/html': figureHtml(drawing, { title, alt, words, tables }),
    'text/plain': words,
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
  { title, alt, words, tables }: Pick<Figure, 'title' | 'alt' | 'words' | 'tables'>,
): string {
  const json = scriptJson(drawing);
  const key = fnv1a(json + words);
  return [
    `<figure class="dropout-figure" data-figure="${key}">`,
    title ? `<figcaption>${escapeHtml(title)}</figcaption>` : '',
    `<div class="dropout-figure-plot" role="img" aria-label="${escapeHtml(alt)}"></div>`,
    `<details open><summary>This figure in words and numbers</summary><p>${escapeHtml(words)}</p>`,
    `<div tabindex="0">${tables.map(tableHtml).join('\n')}</div></details></figure>`,
    `<script>${LOADER.replace('FIGURE', () => `["${key}",${json}]`)}</script>`,
  ].join('\n');
}

function tableHtml({ caption, columns, rows, note }: FigureTable): string {
  const head = rowHtml('th', ' scope="col"', columns);
  const body = rows.map(row => rowHtml('td', '', row)).join('\n');
  const named = caption ? `<caption>${escapeHtml(caption)}</caption>` : '';
  return `<table>${named}${head}\n${body}</table>${note ? `<p>${escapeHtml(note)}</p>` : ''}`;
}

function rowHtml(tag: string, attributes: string, values: readonly (string | number)[]): string {
  const cells = values.map(value => `<${tag}${attributes}>${escapeHtml(String(value))}</${tag}>`);
  return `<tr>${cells.join('')}</tr>`;
}
