/// <reference lib="dom" />
import { classColors, scaleEnds } from '../../../lib/src/palette.ts';
import { FIELD, type Trained } from './trainPlayground.ts';

/** Draws the probability of class 1 over the plane, the line where it is one half, and the training points. */
export function drawSurface(canvas: HTMLCanvasElement, { surface, points, labels }: Trained): void {
  const { size } = FIELD;
  const image = new ImageData(size, size);
  for (let k = 0; k < size * size; k++) {
    const p = surface[k]!;
    const color = scaleEnds[Number(p >= 0.5)]!;
    const at = 4 * ((size - 1 - Math.floor(k / size)) * size + (k % size));
    image.data.set([...color, 20 + 2 * Math.abs(p - 0.5) * 150], at);
  }
  const small = new OffscreenCanvas(size, size);
  small.getContext('2d')!.putImageData(image, 0, 0);
  const context = canvas.getContext('2d')!;
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(small, 0, 0, canvas.width, canvas.height);
  const scale = canvas.width / 320;
  context.strokeStyle = getComputedStyle(canvas).backgroundColor;
  context.lineWidth = scale;
  for (const [i, label] of labels.entries()) {
    const x = ((points[2 * i]! - FIELD.left) / (FIELD.right - FIELD.left)) * canvas.width;
    const y = ((FIELD.top - points[2 * i + 1]!) / (FIELD.top - FIELD.bottom)) * canvas.height;
    context.fillStyle = classColors[label]!;
    context.beginPath();
    // Class 0 is round, class 1 a diamond: the colors are not all that tells them apart.
    if (label === 0) context.arc(x, y, 3.6 * scale, 0, 2 * Math.PI);
    else
      for (const [dx, dy] of [
        [0, -1],
        [1, 0],
        [0, 1],
        [-1, 0],
      ] as const)
        context.lineTo(x + dx * 4.6 * scale, y + dy * 4.6 * scale);
    context.closePath();
    context.fill();
    context.stroke();
  }
}
