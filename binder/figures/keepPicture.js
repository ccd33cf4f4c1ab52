// @ts-check
/// <reference lib="dom" />

import { plotly } from './plotly.js';

const PLACE = /(<div class="dropout-figure-plot"[^>]*>)(?=<\/div>)/;

/**
 * The HTML that `show` wrote for a figure, with a still picture of it in the place that a script would draw in; as it
 * is where a picture is there already.
 *
 * @param {string} html
 * @param {any} plot the drawn figure
 * @returns {Promise<string>}
 */
export const keepPicture = async (html, plot) => {
  if (!PLACE.test(html)) return html;
  const { clientWidth: width, clientHeight: height } = plot;
  const picture = await plotly().toImage(plot, { format: 'webp', width, height, scale: 1.5 });
  return html.replace(PLACE, place => `${place}<img alt="" width="${width}" src="${picture}">`);
};
