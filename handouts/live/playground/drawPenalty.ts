/// <reference lib="dom" />
import { armStyles } from '../../../lib/src/plot/theme.ts';
import { Chart, ticks } from './Chart.ts';
import type { UnitNumbers } from './computeUnit.ts';

const WITH = armStyles.with.color;

/** Draws the mean loss over the masks and the loss of prediction over the rate: between them lies the penalty. */
export function drawPenalty(
  canvas: HTMLCanvasElement,
  { byRate, rate, expected, ensemble }: UnitNumbers,
): void {
  // Scaled up, the penalty grows without bound: the picture ends at what rate 0.8 has, or the rate that is set.
  const seen = byRate.filter(one => one.rate <= 0.8);
  const top = 1.1 * Math.max(1, expected, ...seen.map(one => one.expected));
  const chart = new Chart(canvas, { x: [0, 1], y: [0, top] });
  const { context, ink } = chart;
  context.fillStyle = WITH;
  context.globalAlpha = 0.2;
  context.beginPath();
  for (const one of byRate) context.lineTo(chart.x(one.rate), chart.y(one.expected));
  for (const one of byRate.toReversed()) context.lineTo(chart.x(one.rate), chart.y(one.ensemble));
  context.fill();
  context.globalAlpha = 1;
  chart.axes([0, 0.25, 0.5, 0.75, 1], ticks(0, top), 'rate');
  chart.line(
    byRate.map(one => [one.rate, one.expected]),
    WITH,
  );
  chart.line(
    byRate.map(one => [one.rate, one.ensemble]),
    ink,
    [5, 4],
  );
  context.lineWidth = 5;
  context.strokeStyle = WITH;
  context.beginPath();
  context.moveTo(chart.x(rate), chart.y(ensemble));
  context.lineTo(chart.x(rate), chart.y(expected));
  context.stroke();
  chart.name('mean loss over all masks', WITH, [], 36, 0);
  chart.name('loss of prediction; the gap is the penalty', ink, [5, 4], 36, 1);
}
