import { readFileSync } from 'node:fs';
import { minifiedPlotly } from '../../binder/plotly.mjs';
import { type Figure } from '../../lib/src/index.ts';
import { figureBundle } from '../../lib/src/notebook/show.ts';

/** A page with figures as a handout has them; `?theme=dark` shows it dark. `library: false` leaves plotly out. */
export async function figuresPage(
  figures: Readonly<Record<string, Figure>>,
  { library = true } = {},
): Promise<string> {
  const sections = Object.entries(figures).map(
    ([name, figure]) =>
      `<section id="${name}"><h2>${name}</h2>${figureBundle(figure)['text/html']}</section>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Figures of Dropout Lab</title>
<meta name="viewport" content="width=device-width">
<style>
:root{--jp-layout-color0:#fff;--jp-content-font-color1:#1f2328;color-scheme:light}
:root[data-theme=dark]{--jp-layout-color0:#111;--jp-content-font-color1:#e6e6e6;color-scheme:dark}
body{max-width:900px;margin:auto;padding:1em;font-family:system-ui;background:var(--jp-layout-color0);color:var(--jp-content-font-color1)}
h2{font-size:.8em;font-weight:normal;opacity:.8;border-top:1px solid #8888}
@media print{:root[data-theme]{--jp-layout-color0:#fff;--jp-content-font-color1:#000}}
</style>
<script>document.documentElement.dataset.theme=new URLSearchParams(location.search).get('theme')||(matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light')</script>
<body><main><h1>Figures of Dropout Lab</h1>${sections.join('\n')}</main>
${library ? `<script>${readFileSync(await minifiedPlotly(), 'utf8')}</script>` : ''}</body></html>`;
}
