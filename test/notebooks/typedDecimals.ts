import { lecture } from '../../lib/src/course/lecture.ts';

/** Decimals that a text may name because the lecture itself gives them. Every other number is computed where it is said. */
const GIVEN = new Set([
  ...numbersIn(lecture).map(value => String(Math.abs(value))),
  '0.8', // section 8: the paper's p for real-valued inputs
  '0.01', // listing 2's target, listing 3's learning rate
  '0.001', // Keras's default learning rate
  '0.1', // listing 2's learning rate, a center of listing 3's blobs
  '0.25', // the blobs' standard deviation
  '0.78', // listing 3's printed accuracies
  '0.86',
]);

/** Places where digits with a point are names or code. */
const NAMES = [
  /```.*?```/gs,
  /`[^`]*`/g,
  /\]\([^)]*\)/g,
  /<[^>]*>/g,
  /\b(?:sections?|chapter|version|TensorFlow\.js|Keras|NumPy|arXiv:)\s*[\d.]+/gi,
];

/** The decimal numbers in a markdown text that nobody computed and the lecture does not give. */
export function typedDecimals(markdown: string): string[] {
  const prose = NAMES.reduce((rest, pattern) => rest.replace(pattern, ' '), markdown);
  return Array.from(prose.matchAll(/(?<![\w.])\d*\.\d+(?![\d.]*\w)/g), ([found]) => found).filter(
    found => !GIVEN.has(String(Number(found))),
  );
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
