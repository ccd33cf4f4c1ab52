// @ts-check
// oxlint-disable unicorn/consistent-function-scoping -- nothing may leak out of the one scope of this script
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/**
 * The script of a page that shows figures. It follows plotly in the one file that Jupyter serves and handouts inline.
 *
 * A figure's own output pushes `[key, figure]` onto `window.dropoutFigures`, an array until this script takes
 * it over, and names its place in the page by `data-figure="key"`. JupyterLab's extension calls `draw` instead.
 */
if (!(/** @type {any} */ (window).dropoutFigures?.draw)) {
  /** @type {any} */
  const page = window;

  // The four colours of a figure that follow the page, in light, dark and print. Kept equal to lib/src/plot/theme.ts.
  const tokens = {
    'rgb(31, 35, 40)': 'currentColor',
    'rgb(89, 97, 107)': 'color-mix(in srgb, currentColor 72%, transparent)',
    'rgb(222, 226, 231)': 'color-mix(in srgb, currentColor 14%, transparent)',
    'rgb(255, 255, 254)': 'var(--jp-layout-color0, Canvas)',
  };
  const rules = Object.entries(tokens).flatMap(([token, colour]) =>
    ['fill', 'stroke'].map(use => `.dropout-figure [style*="${use}: ${token}"]{${use}:${colour}!important}`),
  );
  const style = document.createElement('style');
  style.textContent = `
.dropout-figure{margin:0 0 .5em;color:var(--jp-content-font-color1,inherit);break-inside:avoid}
.dropout-figure figcaption{font-weight:600;margin:.3em 0 .5em}
.dropout-figure-plot{min-width:0;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.dropout-figure-controls{display:flex;align-items:center;gap:.75em;margin:0 1em .25em;font:13px system-ui,sans-serif}
.dropout-figure-controls button{font:inherit;min-width:5.5em;padding:.25em .6em;cursor:pointer}
.dropout-figure-controls input{flex:1;min-width:4em}
.dropout-figure-controls output{min-width:7em;font-variant-numeric:tabular-nums}
.dropout-figure details{font-size:.85em}
.dropout-figure summary{cursor:pointer;width:fit-content}
.dropout-figure details>div{max-height:20em;overflow:auto}
.dropout-figure table{border-collapse:collapse;font-variant-numeric:tabular-nums}
.dropout-figure th,.dropout-figure td{padding:.15em .7em;text-align:right;border-bottom:1px solid #8884}
@media print{.dropout-figure-controls,.dropout-figure details:not([open]){display:none}}
${rules.join('\n')}`;
  document.head.append(style);

  /** @param {Element} parent @param {string} tag @param {string} [text] */
  const addElement = (parent, tag, text) => {
    const child = document.createElement(tag);
    if (text !== undefined) child.textContent = text;
    parent.append(child);
    return child;
  };

  /** The text alternative and the data, as `show` writes them into its HTML. @param {Element} host @param {any} figure */
  const describe = (host, { title, alt = '', table }) => {
    host.querySelector('figcaption')?.remove();
    if (title) host.prepend(addElement(host, 'figcaption', title));
    host.querySelector('details')?.remove();
    host.querySelector('.dropout-figure-plot')?.setAttribute('aria-label', alt);
    if (!alt) return;
    const details = addElement(host, 'details');
    addElement(details, 'summary', 'This figure in words and numbers');
    addElement(details, 'p', alt);
    if (!table) return;
    const box = addElement(details, 'div');
    box.tabIndex = 0;
    const rows = addElement(box, 'table');
    const head = addElement(rows, 'tr');
    for (const name of table.columns) addElement(head, 'th', name).setAttribute('scope', 'col');
    for (const values of table.rows) {
      const row = addElement(rows, 'tr');
      for (const value of values) addElement(row, 'td', String(value));
    }
    if (table.note) addElement(box, 'p', table.note);
  };

  /** A play button and a slider in HTML: reached by keyboard, read by screen readers. @param {Element} host @param {any} plot @param {any[]} frames */
  const addControls = (host, plot, frames) => {
    host.querySelector('.dropout-figure-controls')?.remove();
    const controls = document.createElement('div');
    controls.className = 'dropout-figure-controls';
    const button = /** @type {HTMLButtonElement} */ (addElement(controls, 'button', '▶ Play'));
    const slider = /** @type {HTMLInputElement} */ (addElement(controls, 'input'));
    const label = addElement(controls, 'output', frames[0].name);
    // JupyterLab takes arrow keys and Enter for itself, unless the focused element says no.
    for (const control of [button, slider]) control.dataset.lmSuppressShortcuts = 'true';
    button.type = 'button';
    Object.assign(slider, { type: 'range', min: '0', max: String(frames.length - 1), step: '1', value: '0' });
    slider.setAttribute('aria-label', 'Step of the animation');
    plot.after(controls);
    /** @type {ReturnType<typeof setInterval> | undefined} */
    let timer;
    const stop = () => {
      clearInterval(timer);
      timer = undefined;
      button.textContent = '▶ Play';
    };
    /** @param {number} step */
    const go = step => {
      slider.value = String(step);
      label.textContent = frames[step].name;
      slider.setAttribute('aria-valuetext', frames[step].name);
      const still = { mode: 'immediate', transition: { duration: 0 }, frame: { duration: 0, redraw: true } };
      page.Plotly.animate(plot, [frames[step].name], still);
    };
    slider.addEventListener('input', () => (stop(), go(slider.valueAsNumber)));
    button.addEventListener('click', () => {
      if (timer !== undefined) return stop();
      button.textContent = '❚❚ Pause';
      if (slider.valueAsNumber === frames.length - 1) go(0);
      timer = setInterval(() => {
        if (!plot.isConnected || slider.valueAsNumber === frames.length - 1) stop();
        else go(slider.valueAsNumber + 1);
      }, 700);
    });
  };

  const sizes = new ResizeObserver(entries => {
    for (const { target, contentRect } of entries) {
      if (contentRect.width > 0 && target.isConnected) page.Plotly.Plots.resize(target);
    }
  });

  /**
   * Draws a figure into its place, or redraws it there.
   *
   * @param {Element} host the element of class `dropout-figure`
   * @param {any} figure data, layout, frames, config
   */
  const draw = async (host, { data, layout, frames, config }) => {
    /** @type {any} */
    const plot = host.querySelector('.dropout-figure-plot');
    const first = !plot.classList.contains('js-plotly-plot');
    await page.Plotly.react(plot, data, layout, config);
    if (frames?.length) {
      await page.Plotly.addFrames(plot, frames);
      addControls(host, plot, frames);
    }
    if (first) {
      host.querySelector('details')?.removeAttribute('open');
      sizes.observe(plot);
    }
  };

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

  // Paper is narrower than a screen: 680 px is what stays of A4 between the margins.
  const drawn = () => /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.js-plotly-plot'));
  addEventListener('beforeprint', () => {
    for (const plot of drawn()) {
      if (plot.clientWidth > 680) page.Plotly.relayout(plot, { width: 680 });
    }
  });
  addEventListener('afterprint', () => {
    for (const plot of drawn()) page.Plotly.relayout(plot, { width: null, autosize: true });
  });

  const waiting = page.dropoutFigures ?? [];
  page.dropoutFigures = { push: place, draw, describe };
  for (const item of waiting) place(item);
}
