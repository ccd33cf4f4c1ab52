import type { Report, Row } from './report.ts';

const WIDTH = 760;
const LEFT = 210;
const RIGHT = 90;
const BAR = 15;

/** The race as an SVG: one pair of bars per contestant, on a logarithmic axis of milliseconds. */
export function chart(report: Report): string {
  const rows = [...report.training].sort((a, b) => a.with.median - b.with.median);
  const slowest = Math.max(...rows.flatMap(row => [row.with.high, row.without.high]));
  const top = 10 ** Math.ceil(Math.log10(slowest));
  const x = (ms: number): number =>
    LEFT + ((WIDTH - LEFT - RIGHT) * Math.log10(ms / 10)) / Math.log10(top / 10);
  const bottom = 60 + rows.length * 52;
  const ticks = Array.from({ length: Math.log10(top) }, (_, k) => 10 ** (k + 1));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${bottom + 40}" role="img" aria-label="${label(rows)}">
<style>
  text { font: 13px system-ui, sans-serif; fill: #1b1f24 } .axis { fill: #57606a } line { stroke: #d0d7de }
  .without { fill: #9a6700 } .with { fill: #0a58ca } rect.page { fill: #fff }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .axis { fill: #9198a1 } line { stroke: #3d444d }
    .without { fill: #e3b341 } .with { fill: #58a6ff } rect.page { fill: #0d1117 }
  }
</style>
<rect class="page" width="100%" height="100%"/>
<text x="12" y="24" font-weight="600">Training section 10’s network, milliseconds (logarithmic)</text>
<rect class="without" x="12" y="36" width="11" height="11"/><text x="29" y="46">without dropout</text>
<rect class="with" x="142" y="36" width="11" height="11"/><text x="159" y="46">with dropout</text>
${ticks.map(ms => `<line x1="${x(ms)}" x2="${x(ms)}" y1="60" y2="${bottom}"/><text class="axis" x="${x(ms)}" y="${bottom + 18}" text-anchor="middle">${ms}</text>`).join('\n')}
${rows.map((row, i) => bars(row, 68 + i * 52, x)).join('\n')}
</svg>
`;
}

function bars(row: Row, y: number, x: (ms: number) => number): string {
  const bar = (kind: 'without' | 'with', dy: number): string => {
    const end = x(row[kind].median);
    return `<rect class="${kind}" x="${LEFT}" y="${y + dy}" width="${(end - LEFT).toFixed(1)}" height="${BAR}"/><text x="${(end + 6).toFixed(1)}" y="${y + dy + 12}">${row[kind].median.toFixed(0)}</text>`;
  };
  return `<text x="${LEFT - 10}" y="${y + BAR + 5}" text-anchor="end">${row.name}</text>${bar('without', 0)}${bar('with', BAR + 2)}`;
}

function label(rows: readonly Row[]): string {
  return `Milliseconds to train with dropout: ${rows.map(row => `${row.name} ${row.with.median.toFixed(0)}`).join(', ')}`;
}
