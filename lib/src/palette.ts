/**
 * Every color of the course, by what it means: figures, tables, answers, playgrounds and pages take theirs from here. Each
 * stands out from a white and from a dark page, so that only the four below have to follow the page.
 */

/** Text, quiet text, lines of a grid, and the ground. A page's own colors replace them: `inPage`. */
export const ink = '#1f2328';
export const muted = '#59616b';
export const faint = '#dee2e7';
export const paper = '#fffffe';

/** The two sides of most comparisons, blue and vermilion. (Okabe and Ito's colors.) */
export const withDropout = '#0072b2';
export const withoutDropout = '#d55e00';

/** Classes 0, 1, 2 … of the data: green, purple, gold, gray. */
export const classColors = ['#00916a', '#aa4499', '#b07d00', '#7a7a7a'] as const;

/** All other series: brown, indigo, … None has the color of a class or of a side. */
export const seriesColors = ['#8c5b2a', '#6045e6', '#cc0044', '#8c8146', '#4b7373', '#a685a0'] as const;

/** The ends of the scale from class 0 to class 1; the purple one is darker, for prints in black and white. */
export const scaleEnds: readonly (readonly [red: number, green: number, blue: number])[] = [
  [0, 145, 106],
  [150, 50, 135],
];

/** How numbers of a table are marked, and what is said of an answer. */
export const markColors: Readonly<Record<'unchanged' | 'dropped' | 'scaled' | 'zero', string>> = {
  unchanged: withDropout,
  dropped: withoutDropout,
  scaled: classColors[0],
  zero: classColors[1],
};
export const answerColors: Readonly<Record<'right' | 'wrong' | 'open' | 'guess', string>> = {
  right: classColors[0],
  wrong: withoutDropout,
  open: classColors[2],
  guess: withDropout,
};

/** What a page writes instead of the colors that follow it, in light, in dark and in print; by the color as a browser writes it. */
export const inPage: Readonly<Record<string, string>> = {
  [rgb(ink)]: 'currentColor',
  [rgb(muted)]: 'color-mix(in srgb, currentColor 72%, transparent)',
  [rgb(faint)]: 'color-mix(in srgb, currentColor 14%, transparent)',
  [rgb(paper)]: 'var(--jp-layout-color0, Canvas)',
};

/** The colors of a handout, by the names of their CSS variables: of the page itself, then of its code. */
const light = {
  paper: '#fff',
  ink: '#1b1f2a',
  quiet: '#5a6274',
  line: '#dcdfe6',
  tint: '#f5f6f9',
  accent: '#1f5fa8',
  'accent-tint': '#eef4fb',
  alarm: '#a3262a',
  'alarm-tint': '#fdf1f0',
  keyword: '#7a2e9d',
  name: '#1d57a0',
  string: '#1c6b3f',
  number: '#a04c0c',
  comment: '#63697a',
};
const dark: typeof light = {
  paper: '#15181f',
  ink: '#e3e6ed',
  quiet: '#a2aabb',
  line: '#343a48',
  tint: '#1d212b',
  accent: '#8bbcf2',
  'accent-tint': '#1b2736',
  alarm: '#ff9d96',
  'alarm-tint': '#2e1c1d',
  keyword: '#cf9bec',
  name: '#8bbcf2',
  string: '#8fd0a5',
  number: '#f0b27a',
  comment: '#97a0b3',
};

/** The style sheet that gives a handout its colors; paper is white. */
export const pageColors: string = [
  `:root{${variables(light)}}`,
  `@media screen and (prefers-color-scheme:dark){:root{${variables(dark)}}}`,
].join('');

function variables(colors: typeof light): string {
  return Object.entries(colors)
    .map(([name, color]) => `--${name}:${color}`)
    .join(';');
}

/** `#0072b2` as a browser writes it: `rgb(0, 114, 178)`. */
function rgb(color: string): string {
  return `rgb(${[1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16)).join(', ')})`;
}
