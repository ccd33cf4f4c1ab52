// @ts-check
/// <reference lib="dom" />

// A phone is too narrow for panels side by side: there they stand one below the other. All in pixels.
export const narrow = 480;
const panelHeight = 240;
const panelGap = 84;

/**
 * What to change in the layout of a figure with several panels to have them one below the other, and to undo that.
 *
 * @param {any} figure
 * @returns {{ beside: Record<string, unknown>, below: Record<string, unknown> } | undefined}
 */
export const arrangements = ({ data, layout }) => {
  const xAxes = Object.keys(layout).filter(key => /^xaxis\d*$/.test(key) && layout[key].domain);
  if (xAxes.length < 2) return undefined;
  xAxes.sort((a, b) => layout[a].domain[0] - layout[b].domain[0]);
  const height = xAxes.length * (panelHeight + panelGap) - panelGap;
  const rows = xAxes.map((_, k) => {
    const top = 1 - (k * (panelHeight + panelGap)) / height;
    return [top - panelHeight / height, top];
  });
  /** @type {Record<string, unknown>} */
  const beside = { height: layout.height };
  /** @type {Record<string, unknown>} */
  const below = { height: height + layout.margin.t + layout.margin.b };
  xAxes.forEach((x, k) => {
    const y = layout[x].anchor.replace('y', 'yaxis');
    Object.assign(beside, {
      [`${x}.domain`]: layout[x].domain,
      [`${y}.domain`]: [0, 1],
      [`${y}.showticklabels`]: layout[y].showticklabels ?? true,
    });
    Object.assign(below, {
      [`${x}.domain`]: [0, 1],
      [`${y}.domain`]: rows[k],
      [`${y}.showticklabels`]: true,
    });
  });
  for (const key of Object.keys(layout).filter(name => name.startsWith('coloraxis'))) {
    const coloured = data
      .filter((/** @type {any} */ trace) => trace.coloraxis === key)
      .map((/** @type {any} */ trace) => rows[xAxes.indexOf((trace.xaxis ?? 'x').replace('x', 'xaxis'))]);
    const [low, high] = [Math.min(...coloured.flat()), Math.max(...coloured.flat())];
    const bar = `${key}.colorbar`;
    const x = layout[key].colorbar.x ?? 1.02;
    Object.assign(beside, { [`${bar}.x`]: x, [`${bar}.y`]: 0.5, [`${bar}.len`]: 1 });
    Object.assign(below, {
      [`${bar}.x`]: 1.02,
      [`${bar}.y`]: (low + high) / 2,
      [`${bar}.len`]: high - low,
    });
  }
  return { beside, below };
};
