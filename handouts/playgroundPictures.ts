import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { playgroundScript } from '../binder/playground.mjs';
import { PLAYGROUND_MIME } from '../lib/src/notebook/playgroundBundle.ts';
import { keptPictures } from './keptPictures.ts';
import type { Notebook } from './notebook.ts';

interface DrawnPlayground {
  readonly key: string;
  readonly data: unknown;
}

/**
 * The notebook with a still picture under the words of every playground, as it begins: what is seen on paper, without
 * JavaScript and until it runs. Without a browser the words stand alone.
 */
export async function addPlaygroundPictures(notebook: Notebook, signal?: AbortSignal): Promise<Notebook> {
  const playgrounds = notebook.cells.flatMap(cell =>
    cell.cell_type === 'code' ? cell.outputs.flatMap(output => playgroundOf(output) ?? []) : [],
  );
  if (playgrounds.length === 0) return notebook;
  const pictures = await keptPictures(
    playgrounds,
    { ending: 'webp.html', script: () => playgroundScript, draw: toImage },
    signal,
  );
  const cells = notebook.cells.map(cell => {
    if (cell.cell_type !== 'code') return cell;
    const outputs = cell.outputs.map(output => {
      const playground = playgroundOf(output);
      if (!playground || !('data' in output)) return output;
      const words = [output.data['text/html'] ?? ''].flat().join('');
      const html = `${words}${pictures.get(playground.key) ?? ''}`;
      return { ...output, data: { ...output.data, 'text/html': html } };
    });
    return { ...cell, outputs };
  });
  return { ...notebook, cells };
}

function playgroundOf(output: object): DrawnPlayground | undefined {
  const { data } = output as { data?: Record<string, unknown> };
  const settings = data?.[PLAYGROUND_MIME];
  if (!settings) return undefined;
  const key = createHash('sha256')
    .update(readFileSync(new URL(import.meta.url), 'utf8') + readFileSync(playgroundScript, 'utf8'))
    .update(JSON.stringify(settings))
    .digest('hex');
  return { key: key.slice(0, 16), data: settings };
}

/** Lets the playground run once, and takes its picture. */
async function toImage(page: Page, { data }: DrawnPlayground): Promise<string> {
  await page.setViewportSize({ width: 800, height: 600 });
  await page.evaluate(settings => {
    const { document, dropoutPlayground } = globalThis as any;
    const host = document.createElement('div');
    document.body.replaceChildren(host);
    dropoutPlayground(host, settings);
  }, data);
  const words = page.locator('.dropout-playground-result:has(strong)');
  await words.waitFor();
  const alt = (await words.textContent())!;
  const png = await page.locator('.dropout-playground').screenshot();
  // As WebP it takes half.
  const url = await page.evaluate(async base64 => {
    const { document, createImageBitmap, fetch } = globalThis as any;
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = Object.assign(document.createElement('canvas'), {
      width: image.width,
      height: image.height,
    });
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.8) as string;
  }, png.toString('base64'));
  return `<img src="${url}" alt="${alt}" style="max-width:100%;height:auto">`;
}
