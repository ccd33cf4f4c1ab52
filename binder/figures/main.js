// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/*
 * The script of a page that shows figures. It follows plotly in the one file that Jupyter serves and handouts inline.
 *
 * A figure's own output pushes `[key, figure]` onto `window.dropoutFigures`, an array until this script takes
 * it over, and names its place in the page by `data-figure="key"`. JupyterLab's extension calls `draw` instead, and keeps a
 * picture in the notebook.
 */
import { describe } from './describe.js';
import { draw } from './draw.js';
import { keepPicture } from './keepPicture.js';
import { plotly } from './plotly.js';
import { addStyle } from './style.js';

/** @type {any} */
const page = window;

// One figure after the other, with a pause to paint: the first is seen before the last is drawn.
/** @type {Promise<unknown>} */
let last = Promise.resolve();
const pause = () => new Promise(resolve => setTimeout(resolve));

/** Scripts of an output may run before its elements are in the page. @param {[string, any]} item */
const place = ([key, figure], patience = 50) => {
  const hosts = document.querySelectorAll(`[data-figure="${key}"]:not([data-drawn])`);
  if (!hosts.length && patience) setTimeout(() => place([key, figure], patience - 1), 100);
  for (const host of hosts) {
    host.setAttribute('data-drawn', '');
    last = last.then(pause).then(() => draw(host, structuredClone(figure)));
  }
};

/** Paper is narrower than a screen: 680 px is what stays of A4 between the margins. */
const fitToPaper = () => {
  const drawn = () => /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.js-plotly-plot'));
  addEventListener('beforeprint', () => {
    for (const plot of drawn()) {
      if (plot.clientWidth > 680) plotly().relayout(plot, { width: 680 });
    }
  });
  addEventListener('afterprint', () => {
    for (const plot of drawn()) plotly().relayout(plot, { width: null, autosize: true });
  });
};

if (!page.dropoutFigures?.draw) {
  addStyle();
  fitToPaper();
  const waiting = page.dropoutFigures ?? [];
  page.dropoutFigures = { push: place, draw, describe, keepPicture };
  for (const item of waiting) place(item);
}
