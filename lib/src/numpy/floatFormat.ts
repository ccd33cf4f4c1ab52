import { extent } from 'simple-statistics';

/** How one array of numbers is written: the same width and notation for every element, as NumPy chooses them. */
export interface FloatFormatOptions {
  /** Digits after the point at most. */
  readonly precision: number;
  /** Keeps the positional notation where NumPy would turn to powers of ten because of small numbers. */
  readonly suppressSmall: boolean;
  /** Whether the numbers are float32: their shortest digits are those that identify a float32. */
  readonly single: boolean;
}

/** Digits JavaScript writes at most: more than any tie between two roundings needs. */
const EXACT = 100;

/** NumPy's `FloatingFormat`: looks at all `values` first, then writes each of them in the same notation and width. */
export function floatFormat(
  values: readonly number[],
  { precision, suppressSmall, single }: FloatFormatOptions,
): (x: number) => string {
  const finite = values.filter(Number.isFinite);
  const pad = (write: (x: number) => string): ((x: number) => string) => {
    const length = width(values.map(write));
    return x => write(x).padStart(length);
  };

  if (goesScientific(finite, suppressSmall, single)) {
    const parts = finite.map(x => scientific(x, shortestDigits(x, single), precision).split(/[.e]/));
    const digits = width(parts.map(([, fraction]) => trimZeros(fraction)));
    const exponentDigits = width(parts.map(([, , exponent]) => exponent)) - 1;
    return pad(x => special(x) ?? scientific(x, digits, digits, exponentDigits));
  }

  const parts = finite.map(x => positional(x, precision, single).split('.'));
  const fraction = width(parts.map(([, digits]) => digits));
  const point = (text: string): string => text.padEnd(text.indexOf('.') + 1 + fraction);
  return pad(x => special(x) ?? point(positional(x, precision, single)));
}

function width(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 0);
}

/** NumPy's rule: a large number, a tiny one, or more than three orders of magnitude between them. */
function goesScientific(finite: readonly number[], suppressSmall: boolean, single: boolean): boolean {
  const sizes = finite.filter(x => x !== 0).map(Math.abs);
  if (!sizes.length) return false;
  const round = single ? Math.fround : Number;
  const [smallest, largest] = extent(sizes);
  if (largest >= (single ? 1e6 : 1e8)) return true;
  return !suppressSmall && (smallest < round(1e-4) || round(largest / smallest) > 1000);
}

/** `nan`, `inf`, `-inf`; undefined for finite numbers. */
function special(x: number): string | undefined {
  if (Number.isNaN(x)) return 'nan';
  return Number.isFinite(x) ? undefined : x < 0 ? '-inf' : 'inf';
}

/** `-0.5`, `12.`: the shortest digits, or `precision` of them after the point. */
function positional(x: number, precision: number, single: boolean): string {
  const exponent = Number(x.toExponential().split('e')[1]);
  const needed = Math.max(0, shortestDigits(x, single) - exponent);
  const text = roundHalfEven(Math.abs(x).toFixed(EXACT), Math.min(needed, precision), up =>
    Math.abs(x).toFixed(up),
  );
  return sign(x) + (text.includes('.') ? trimZeros(text) : `${text}.`);
}

/** `-1.50e+00` with min(`digits`, `most`) digits after the point. */
function scientific(x: number, digits: number, most: number, exponentDigits = 2): string {
  const size = Math.abs(x);
  const [mantissa, exponent] = roundHalfEven(size.toExponential(EXACT), Math.min(digits, most), up =>
    size.toExponential(up),
  ).split('e');
  const point = mantissa.includes('.') ? '' : '.';
  return `${sign(x)}${mantissa}${point}e${exponent[0]}${exponent.slice(1).padStart(exponentDigits, '0')}`;
}

/** JavaScript rounds an exact half up, IEEE 754 and NumPy to the even digit. `exact` has all digits. */
function roundHalfEven(exact: string, digits: number, round: (digits: number) => string): string {
  const [number, exponent] = exact.split('e');
  const end = number.indexOf('.') + 1 + digits;
  const kept = number.slice(0, end).replace(/\.$/, '');
  const tie = /^50*$/.test(number.slice(end)) && /[02468]$/.test(kept);
  return tie ? kept + (exponent === undefined ? '' : `e${exponent}`) : round(digits);
}

/** How many digits after the first identify `x` among the numbers of its type. */
function shortestDigits(x: number, single: boolean): number {
  if (!single) return x.toExponential().split('e')[0].replace(/\D/g, '').length - 1;
  let digits = 0;
  while (Math.fround(Number(x.toExponential(digits))) !== x) digits++;
  return digits;
}

function sign(x: number): string {
  return x < 0 || Object.is(x, -0) ? '-' : '';
}

function trimZeros(text: string): string {
  return text.replace(/0+$/, '');
}
