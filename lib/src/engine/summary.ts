import type { Architecture } from './layers/layer';

const WIDTHS = [31, 22, 13] as const;

/** A table of the layers, their output shapes and numbers of weights, as Keras prints it. */
export function summary(shape: Architecture): string {
  const rows = shape.layers.map(({ name, outputDim }, i) => [
    `${name} (${shape.kinds[i].title})`,
    `(None, ${outputDim})`,
    grouped(numbersIn(shape.slots.filter(slot => slot.layer === name))),
  ]);
  const total = numbersIn(shape.slots);
  return [
    'Model: "sequential"',
    rule('┏━┳┓'),
    line(['Layer (type)', 'Output Shape', 'Param #'], '┃'),
    rule('┡━╇┩'),
    rows.map(row => line(row, '│')).join(`\n${rule('├─┼┤')}\n`),
    rule('└─┴┘'),
    ` Total params: ${grouped(total)} (${memory(total)})`,
    ` Trainable params: ${grouped(total)} (${memory(total)})`,
    ' Non-trainable params: 0 (0.00 B)',
  ].join('\n');
}

function numbersIn(slots: Architecture['slots']): number {
  return slots.reduce((sum, slot) => sum + slot.rows * slot.cols, 0);
}

function rule([left, middle, cross, right]: Iterable<string> & string): string {
  return left + WIDTHS.map(width => middle.repeat(width + 2)).join(cross) + right;
}

function line([layer, output, count]: readonly string[], bar: string): string {
  const cells = [layer.padEnd(WIDTHS[0]), output.padEnd(WIDTHS[1]), count.padStart(WIDTHS[2])];
  return `${bar} ${cells.join(` ${bar} `)} ${bar}`;
}

/** 12737 as 12,737. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The size of `numbers` float32 numbers: 68.00 B, 49.75 KB. */
function memory(numbers: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const power = numbers ? Math.min(3, Math.floor(Math.log2(4 * numbers) / 10)) : 0;
  return `${((4 * numbers) / 1024 ** power).toFixed(2)} ${units[power]}`;
}
