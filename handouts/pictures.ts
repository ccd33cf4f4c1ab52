import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { minifiedPlotly } from '../binder/plotly.mjs';
import { inPage } from '../lib/src/palette.ts';
import { keptPictures } from './keptPictures.ts';
import type { Notebook } from './notebook.ts';

/** Width of a picture in pixels: what a page gives a figure on a desktop. */
const WIDTH = 760;

const MIME = 'application/vnd.plotly.v1+json';
const NO_PICTURE =
  '<p>This figure is drawn by a script; no browser was there to make a still picture of it.</p>';
const PLACE = /(<div class="dropout-figure-plot"[^>]*>)(<\/div>)/;

/**
 * The notebook with a still picture in the place of every figure: what is seen on paper, without JavaScript and until
 * plotly has drawn. The pictures are drawn by the machine's browser, once for each figure (`.cache/pictures`). Without
 * a browser a sentence says what is missing.
 */
export async function addPictures(notebook: Notebook, signal?: AbortSignal): Promise<Notebook> {
  const figures = notebook.cells.flatMap(cell =>
    cell.cell_type === 'code' ? cell.outputs.flatMap(output => figureOf(output) ?? []) : [],
  );
  const pictures = await keptPictures(
    figures,
    { ending: 'svg', script: minifiedPlotly, draw: toSvg },
    signal,
  );
  const cells = notebook.cells.map(cell => {
    if (cell.cell_type !== 'code') return cell;
    const outputs = cell.outputs.map(output => {
      const figure = figureOf(output);
      if (!figure || !('data' in output)) return output;
      const html = figure.html
        .replace(PLACE, (_, open, close) => open + (pictures.get(figure.key) ?? NO_PICTURE) + close)
        .replace('<details open>', '<details>');
      return { ...output, data: { ...output.data, 'text/html': html } };
    });
    return { ...cell, outputs };
  });
  return { ...notebook, cells };
}

interface DrawnFigure {
  /** Names the picture, by all that it depends on. */
  readonly key: string;
  readonly json: { readonly layout?: { readonly height?: number } };
  readonly html: string;
}

function figureOf(output: object): DrawnFigure | undefined {
  const { data } = output as { data?: Record<string, unknown> };
  const json = data?.[MIME];
  if (!data || !json) return undefined;
  const html = [data['text/html'] ?? ''].flat().join('');
  const key = createHash('sha256')
    .update(readFileSync(new URL(import.meta.url), 'utf8') + JSON.stringify([inPage, json]))
    .digest('hex');
  return { key: key.slice(0, 16), json, html };
}

async function toSvg(page: Page, { json, key }: DrawnFigure): Promise<string> {
  const options = {
    format: 'svg',
    width: WIDTH,
    height: json.layout?.height ?? 450,
    imageDataOnly: true,
  };
  const svg = await page.evaluate(
    async ([figure, how]) => {
      const { Plotly, document, createImageBitmap, fetch } = globalThis as any;
      let drawn: string = await Plotly.toImage(structuredClone(figure), how);
      // The smooth colors of a heat map take a tenth as WebP.
      for (const [png] of drawn.matchAll(/data:image\/png;base64,[^"]+/g)) {
        const image = await createImageBitmap(await (await fetch(png)).blob());
        const canvas = Object.assign(document.createElement('canvas'), {
          width: image.width,
          height: image.height,
        });
        canvas.getContext('2d').drawImage(image, 0, 0);
        drawn = drawn.replace(png, canvas.toDataURL('image/webp', 0.9));
      }
      return drawn;
    },
    [json, options] as const,
  );
  return compact(svg, key);
}

/** The picture as wide as its place, in the page's colors, with ids of its own and without digits nobody sees. */
function compact(svg: string, key: string): string {
  const ids = [...new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!))];
  let picture = svg
    .replace(/^[^]*?<svg /, '<svg ')
    .replace(/ (?:width|height)="[^"]*"/, '')
    .replace(/ (?:width|height)="[^"]*"/, '')
    .replace(/<svg /, '<svg aria-hidden="true" ')
    .replace(/ (?:xmlns(?::\w+)?|data-[\w-]+|class)="[^"]*"/g, '')
    .replace(/(?<= (?:d|transform|x|y|width|height|points)=")[^"]*/g, value =>
      value.replace(/\d+\.\d{2,}/g, number => String(Math.round(Number(number) * 10) / 10)),
    );
  ids.forEach((id, i) => {
    picture = picture.replaceAll(`"${id}"`, `"p${key}-${i}"`).replaceAll(`#${id}`, `#p${key}-${i}`);
  });
  for (const [color, following] of Object.entries(inPage)) {
    picture = picture.replaceAll(color, following);
  }
  return withClasses(picture, key);
}

/** Each style once, as a class: a thousand markers of a kind have the same. */
function withClasses(picture: string, key: string): string {
  const styles = new Map<string, string>();
  const marked = picture.replace(/ style="([^"]+)"/g, (_, style: string) => {
    if (!styles.has(style)) styles.set(style, `p${key}-${styles.size}`);
    return ` class="${styles.get(style)}"`;
  });
  const rules = [...styles].map(([style, name]) => `.${name}{${style.replaceAll('&quot;', '"')}}`);
  return marked.replace(/^<svg[^>]*>/, start => `${start}<style>${rules.join('')}</style>`);
}
