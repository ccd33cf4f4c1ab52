/// <reference lib="dom" />
import type { Trained } from './trainPlayground.ts';

/** The highest loss that is drawn: guessing gives 0.69. */
const HIGHEST = 1.4;
const MARGIN = { left: 34, right: 10, top: 10, bottom: 30 };

/** Draws the losses of training and validation over the epochs. */
export function drawCurves(canvas: HTMLCanvasElement, { trainLoss, valLoss }: Trained): void {
  const context = canvas.getContext('2d')!;
  const scale = canvas.width / 320;
  const ink = getComputedStyle(canvas).color;
  const [width, height] = [canvas.width / scale, canvas.height / scale];
  const x = (epoch: number) =>
    MARGIN.left + ((width - MARGIN.left - MARGIN.right) * epoch) / Math.max(1, trainLoss.length - 1);
  const y = (loss: number) =>
    MARGIN.top + (height - MARGIN.top - MARGIN.bottom) * (1 - Math.min(loss, HIGHEST) / HIGHEST);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  context.font = '11px system-ui, sans-serif';
  context.fillStyle = context.strokeStyle = ink;
  context.lineWidth = 1;
  for (const loss of [0, 0.5, 1]) {
    context.textAlign = 'right';
    context.fillText(String(loss), MARGIN.left - 6, y(loss) + 4);
    context.globalAlpha = 0.2;
    context.fillRect(MARGIN.left, y(loss), width - MARGIN.left - MARGIN.right, 1);
    context.globalAlpha = 1;
  }
  context.textAlign = 'center';
  context.fillText(
    `loss over ${trainLoss.length} epochs`,
    (MARGIN.left + width - MARGIN.right) / 2,
    height - 8,
  );
  const curve = (losses: readonly number[], dash: number[], name: string, from: number) => {
    context.setLineDash(dash);
    context.lineWidth = 2;
    context.beginPath();
    losses.forEach((loss, epoch) => context.lineTo(x(epoch), y(loss)));
    context.stroke();
    context.beginPath();
    context.moveTo(from, MARGIN.top);
    context.lineTo(from + 24, MARGIN.top);
    context.stroke();
    context.setLineDash([]);
    context.textAlign = 'left';
    context.fillText(name, from + 30, MARGIN.top + 4);
  };
  curve(trainLoss, [], 'training', MARGIN.left + 20);
  curve(valLoss, [5, 4], 'validation', MARGIN.left + 130);
  context.setTransform(1, 0, 0, 1, 0, 0);
}
