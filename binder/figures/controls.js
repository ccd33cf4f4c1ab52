// @ts-check
/// <reference lib="dom" />

import { addElement } from './addElement.js';
import { plotly } from './plotly.js';

/** A play button and a slider in HTML: reached by keyboard, read by screen readers. @param {Element} host @param {any} plot @param {any[]} frames */
export const addControls = (host, plot, frames) => {
  host.querySelector('.dropout-figure-controls')?.remove();
  const controls = document.createElement('div');
  controls.className = 'dropout-figure-controls';
  const button = /** @type {HTMLButtonElement} */ (addElement(controls, 'button', 'Play'));
  const slider = /** @type {HTMLInputElement} */ (addElement(controls, 'input'));
  const label = addElement(controls, 'output', frames[0].name);
  // JupyterLab takes arrow keys and Enter for itself, unless the focused element says no.
  for (const control of [button, slider]) control.dataset.lmSuppressShortcuts = 'true';
  button.type = 'button';
  Object.assign(slider, { type: 'range', min: '0', max: String(frames.length - 1), step: '1', value: '0' });
  slider.setAttribute('aria-label', 'Step of the animation');
  slider.setAttribute('aria-valuetext', frames[0].name);
  plot.after(controls);
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    button.textContent = 'Play';
  };
  /** @param {number} step */
  const go = step => {
    slider.value = String(step);
    label.textContent = frames[step].name;
    slider.setAttribute('aria-valuetext', frames[step].name);
    const still = { mode: 'immediate', transition: { duration: 0 }, frame: { duration: 0, redraw: true } };
    plotly().animate(plot, [frames[step].name], still);
  };
  slider.addEventListener('input', () => (stop(), go(slider.valueAsNumber)));
  button.addEventListener('click', () => {
    if (timer !== undefined) return stop();
    button.textContent = 'Pause';
    if (slider.valueAsNumber === frames.length - 1) go(0);
    timer = setInterval(() => {
      if (!plot.isConnected || slider.valueAsNumber === frames.length - 1) stop();
      else go(slider.valueAsNumber + 1);
    }, 700);
  });
};
