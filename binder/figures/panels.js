// @ts-check
/// <reference lib="dom" />

// A phone is too narrow for panels side by side: there they stand one below the other. All in pixels.
export const narrow = 480;
const panelHeight = 240;
/** Of a panel whose axes have one scale: as wide as it is high, beside the labels and a color bar. */
const squareHeight = 196;
const panelGap = 84;
/** A figure of one such panel, without a color bar. */
const highestSquare = 370;
/** A longer title of an axis, in characters, breaks into lines; below an axis beside names there is less room. */
const longestTitle = 36;
const longestBesideNames = 24;
/** A longer name of a row breaks, too, and makes its row higher, in pixels. */
const longestName = 18;
const secondLine = 8;

/** @param {string} text @param {number} longest */
const wrapped = (text, longest) =>
  text.replace(new RegExp(`(.{1,${longest}})(?:\\s+|$)`, 'g'), '$1<br>').replace(/<br>$/, '');

/**
 * What to change in the layout of a figure for a narrow page, and to undo that: several panels stand one below the
 * other, long titles of axes and names of rows break, and nothing is higher than its width needs.
 *
 * @param {any} figure
 * @returns {{ beside: Record<string, unknown>, below: Record<string, unknown> }}
 */
export const arrangements = ({ data, layout }) => {
  /** @type {Record<string, unknown>} */
  const beside = { height: layout.height };
  /** @type {Record<string, unknown>} */
  const below = { height: layout.height };
  /** @type {string[]} */
  const names = layout.yaxis?.ticktext ?? [];
  const long = names.filter(name => name.length > longestName);
  if (long.length) {
    beside['yaxis.ticktext'] = names;
    below['yaxis.ticktext'] = names.map(name => wrapped(name, longestName));
    below.height = layout.height + secondLine * long.length;
  }
  for (const axis of Object.keys(layout).filter(key => /^[xy]axis\d*$/.test(key))) {
    const { text = '' } = layout[axis].title ?? {};
    const longest = names.length && axis === 'xaxis' ? longestBesideNames : longestTitle;
    if (text.length <= longest || text.includes('<br>')) continue;
    beside[`${axis}.title.text`] = text;
    below[`${axis}.title.text`] = wrapped(text, longest);
  }
  const xAxes = Object.keys(layout).filter(key => /^xaxis\d*$/.test(key) && layout[key].domain);
  if (xAxes.length < 2) {
    if (layout.yaxis?.scaleanchor) below.height = Math.min(layout.height, highestSquare);
    return { beside, below };
  }
  xAxes.sort((a, b) => layout[a].domain[0] - layout[b].domain[0]);
  const yAxes = xAxes.map(x => layout[x].anchor.replace('y', 'yaxis'));
  const heights = yAxes.map(y => (layout[y].scaleanchor ? squareHeight : panelHeight));
  const height = heights.reduce((sum, one) => sum + one + panelGap, -panelGap);
  let used = 0;
  const rows = heights.map(one => {
    const top = 1 - used / height;
    used += one + panelGap;
    return [top - one / height, top];
  });
  below.height = height + layout.margin.t + layout.margin.b;
  xAxes.forEach((x, k) => {
    const y = yAxes[k];
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
    const first = data.find((/** @type {any} */ trace) => trace.coloraxis === key);
    const [low, high] = rows[xAxes.indexOf((first.xaxis ?? 'x').replace('x', 'xaxis'))] ?? [0, 1];
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
