// @ts-check
/// <reference lib="dom" />

/** Plotly, which precedes this script in the page. @returns {any} */
export const plotly = () => /** @type {any} */ (window).Plotly;
