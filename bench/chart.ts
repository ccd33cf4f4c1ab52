import { armStyles, faint, ink, muted, paper } from '../lib/dist/plot/theme.js';
import type { Report, Row } from './report.ts';

const WIDTH = 760;
const LEFT = 210;
const RIGHT = 60;
const TOP = 64;
const LINE = 40;

/** The race as an SVG: a square without and a circle with dropout for each contestant, milliseconds on a log axis. */
export function chart(report: Report): string {
  const rows = [...report.training].sort((a, b) => a.with.median - b.with.median);
  const times = rows.flatMap(row => [row.with.median, row.without.median]);
  const [first, last] = [
    Math.floor(Math.log10(Math.min(...times))),
    Math.ceil(Math.log10(Math.max(...times))),
  ];
  const x = (ms: number): number =>
    Math.round(LEFT + ((WIDTH - LEFT - RIGHT) * (Math.log10(ms) - first)) / (last - first));
  const bottom = TOP + rows.length * LINE;
  const ticks = Array.from({ length: last - first + 1 }, (_, k) => 10 ** (first + k));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${bottom + 32}" role="img" aria-label="${spoken(rows)}">
<style>
  text { font: 13px system-ui, sans-serif; fill: ${ink} } .axis { fill: ${muted} } line { stroke: ${faint} }
  .page { fill: ${paper} } .without { fill: ${armStyles.without.color} } .with { fill: ${armStyles.with.color} }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .axis { fill: #9198a1 } line { stroke: #3d444d } .page { fill: #0d1117 } .with { fill: #4aa8df }
  }
</style>
<rect class="page" width="100%" height="100%"/>
<text x="12" y="24" font-weight="600">Training section 10’s network for 100 epochs, milliseconds (logarithmic)</text>
<rect class="without" x="12" y="37" width="10" height="10"/><text x="29" y="47">without dropout</text>
<circle class="with" cx="149" cy="42" r="5.5"/><text x="161" y="47">with dropout</text>
${ticks.map(ms => `<line x1="${x(ms)}" x2="${x(ms)}" y1="${TOP}" y2="${bottom}"/><text class="axis" x="${x(ms)}" y="${bottom + 20}" text-anchor="middle">${ms}</text>`).join('\n')}
${rows.map((row, i) => marks(row, TOP + (i + 0.5) * LINE, x)).join('\n')}
</svg>
`;
}

function marks(row: Row, y: number, x: (ms: number) => number): string {
  const [without, dropped] = [x(row.without.median), x(row.with.median)];
  const [low, high] =
    row.without.median < row.with.median ? [row.without, row.with] : [row.with, row.without];
  return `<text x="${LEFT - 24}" y="${y + 4}" text-anchor="end">${row.name}</text>
<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y}" y2="${y}"/>
<rect class="without" x="${without - 5}" y="${y - 5}" width="10" height="10"/><circle class="with" cx="${dropped}" cy="${y}" r="5.5"/>
<text x="${x(low.median) - 10}" y="${y - 6}" text-anchor="end">${low.median.toFixed(0)}</text><text x="${x(high.median) + 10}" y="${y - 6}">${high.median.toFixed(0)}</text>`;
}

function spoken(rows: readonly Row[]): string {
  const each = rows.map(
    row => `${row.name} ${row.without.median.toFixed(0)} and ${row.with.median.toFixed(0)}`,
  );
  return `Milliseconds to train without and with dropout: ${each.join(', ')}`;
}
