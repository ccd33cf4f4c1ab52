// @ts-check
/// <reference lib="dom" />

import { addControls } from './controls.js';
import { addDownloads } from './downloads.js';
import { arrangements, narrow } from './panels.js';
import { plotly } from './plotly.js';

/** How the panels of a figure stand, and how they could. @type {WeakMap<Element, { now: string, ways: any }>} */
const panels = new WeakMap();

/** Fits a figure to the width of its place. @param {any} plot */
const fit = plot => {
  const state = panels.get(plot);
  const wanted = plot.clientWidth < narrow ? 'below' : 'beside';
  if (!state?.ways || state.now === wanted) return plotly().Plots.resize(plot);
  state.now = wanted;
  return plotly().relayout(plot, { ...state.ways[wanted], width: null, autosize: true });
};

const sizes = new ResizeObserver(entries => {
  for (const { target, contentRect } of entries) {
    if (contentRect.width > 0 && target.isConnected) fit(target);
  }
});

/**
 * Draws a figure into its place, or redraws it there.
 *
 * @param {Element} host the element of class `dropout-figure`
 * @param {any} figure data, layout, frames, config
 */
export const draw = async (host, { data, layout, frames, config }) => {
  /** @type {any} */
  const plot = host.querySelector('.dropout-figure-plot');
  const first = !plot.classList.contains('js-plotly-plot');
  if (first) plot.replaceChildren(); // a still picture
  panels.set(plot, { now: 'beside', ways: arrangements({ data, layout }) });
  await plotly().react(plot, data, layout, config);
  if (frames?.length) {
    await plotly().addFrames(plot, frames);
    addControls(host, plot, frames);
  }
  if (first) host.querySelector('details')?.removeAttribute('open');
  addDownloads(host);
  if (first) sizes.observe(plot);
  else if (plot.clientWidth < narrow) await fit(plot);
};
