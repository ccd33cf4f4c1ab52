/// <reference lib="dom" />
import { armStyles } from '../../../lib/src/plot/theme.ts';
import { Chart, ticks } from './Chart.ts';
import type { UnitNumbers } from './computeUnit.ts';

const WITH = armStyles.with.color;
const WITHOUT = armStyles.without.color;

/** Draws the output under each mask, as high as the mask is likely, beside what is predicted and the target. */
export function drawMasks(canvas: HTMLCanvasElement, numbers: UnitNumbers): void {
  const { outputs, probabilities, predicted, unscaled, target } = numbers;
  const sums = new Map<number, number>();
  for (let k = 0; k < outputs.length; k++) {
    sums.set(outputs[k]!, (sums.get(outputs[k]!) ?? 0) + probabilities[k]!);
  }
  const all = [...sums.keys(), unscaled, target, 0];
  const [low, high] = [Math.min(...all) - 1, Math.max(...all) + 1];
  const chart = new Chart(canvas, { x: [low, high], y: [0, 1] });
  chart.axes(ticks(low, high), [0, 0.5, 1], 'output under each mask, by probability');
  const { context, ink } = chart;
  const upright = (value: number): [number, number][] => [
    [value, 0],
    [value, 1],
  ];
  chart.line(upright(target), ink, [1, 3]);
  if (unscaled !== predicted) chart.line(upright(unscaled), WITHOUT, [6, 4]);
  chart.line(upright(predicted), WITH);
  context.strokeStyle = context.fillStyle = ink;
  context.lineWidth = 3;
  for (const [value, probability] of sums) {
    context.beginPath();
    context.moveTo(chart.x(value), chart.y(0));
    context.lineTo(chart.x(value), chart.y(probability));
    context.stroke();
    context.beginPath();
    context.arc(chart.x(value), chart.y(probability), 3.5, 0, 2 * Math.PI);
    context.fill();
  }
  chart.name('prediction = mean', WITH, [], 36, 0);
  chart.name('target', ink, [1, 3], 200, 0);
  if (unscaled !== predicted) chart.name('scaling forgotten', WITHOUT, [6, 4], 36, 1);
}
