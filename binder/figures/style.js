// @ts-check
/// <reference lib="dom" />

import { inPage } from '../../lib/src/palette.ts';

const rules = Object.entries(inPage).flatMap(([token, color]) =>
  ['fill', 'stroke'].map(use => `.dropout-figure [style*="${use}: ${token}"]{${use}:${color}!important}`),
);
const css = `
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
.dropout-figure details button{font:inherit;margin:0 .5em .4em 0}
.dropout-figure table{border-collapse:collapse;font-variant-numeric:tabular-nums}
.dropout-figure th,.dropout-figure td{padding:.15em .7em;text-align:right;border-bottom:1px solid #8884}
@media print{.dropout-figure-controls,.dropout-figure details:not([open]){display:none}}
${rules.join('\n')}`;

/** Figures in the page's own colors, with room for their words and controls. */
export const addStyle = () => {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
};
