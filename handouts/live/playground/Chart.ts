/// <reference lib="dom" />
import { WIDTH } from './frame.ts';

const MARGIN = { left: 34, right: 12, top: 34, bottom: 30 };

/** A small drawing with axes, in the colors of the page. */
export class Chart {
  readonly context: CanvasRenderingContext2D;
  readonly ink: string;
  readonly #height: number;

  constructor(
    canvas: HTMLCanvasElement,
    private readonly range: { readonly x: readonly [number, number]; readonly y: readonly [number, number] },
  ) {
    this.context = canvas.getContext('2d')!;
    const scale = canvas.width / WIDTH;
    this.#height = canvas.height / scale;
    this.ink = getComputedStyle(canvas).color;
    this.context.setTransform(scale, 0, 0, scale, 0, 0);
    this.context.clearRect(0, 0, WIDTH, this.#height);
    this.context.font = '12px system-ui, sans-serif';
  }

  x(value: number): number {
    const [low, high] = this.range.x;
    return MARGIN.left + ((WIDTH - MARGIN.left - MARGIN.right) * (value - low)) / (high - low);
  }

  /** What is beyond the range lies on its edge. */
  y(value: number): number {
    const [low, high] = this.range.y;
    const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
    return MARGIN.top + (this.#height - MARGIN.top - MARGIN.bottom) * (1 - share);
  }

  axes(xTicks: readonly number[], yTicks: readonly number[], xLabel: string): void {
    const { context } = this;
    context.fillStyle = this.ink;
    for (const tick of yTicks) {
      context.textAlign = 'right';
      context.fillText(String(tick), MARGIN.left - 6, this.y(tick) + 4);
      context.globalAlpha = 0.2;
      context.fillRect(MARGIN.left, this.y(tick), WIDTH - MARGIN.left - MARGIN.right, 1);
      context.globalAlpha = 1;
    }
    context.textAlign = 'center';
    for (const tick of xTicks) context.fillText(String(tick), this.x(tick), this.#height - 17);
    context.fillText(xLabel, WIDTH / 2, this.#height - 4);
  }

  line(points: readonly (readonly [number, number])[], color: string, dash: number[] = []): void {
    const { context } = this;
    context.strokeStyle = color;
    context.lineWidth = 2;
    context.setLineDash(dash);
    context.beginPath();
    for (const [x, y] of points) context.lineTo(this.x(x), this.y(y));
    context.stroke();
    context.setLineDash([]);
  }

  /** What a line means, in the row above the drawing. */
  name(words: string, color: string, dash: number[], from: number, row: number): void {
    const { context } = this;
    const y = 10 + 14 * row;
    context.strokeStyle = color;
    context.lineWidth = 2;
    context.setLineDash(dash);
    context.beginPath();
    context.moveTo(from, y);
    context.lineTo(from + 20, y);
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = this.ink;
    context.textAlign = 'left';
    context.fillText(words, from + 25, y + 4);
  }
}

/** Round steps from low to high, at most five. */
export function ticks(low: number, high: number): number[] {
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(factor => factor * power).find(size => size >= rough)!;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, k) =>
    Number(((first + k) * step).toPrecision(12)),
  );
}
