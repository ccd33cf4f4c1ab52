import { checkChoice, violation } from '../check';
import type { Bundle } from '../host';
import { display } from './display';
import { formatNumber, setNumber } from '../formatNumber';
import { type MeasuredMean, plusMinus, type PlusMinusOptions } from './plusMinus';

/** The MIME type under which a sentence carries its named values as data. */
const VALUES = 'application/vnd.dropout-lab.values+json';

const STYLE = ['digits', 'percent', 'signed', 'rounding'] as const;

/** How a named value is written: as `plusMinus` does, or a difference that only rounding leaves as that word. */
interface Style extends PlusMinusOptions {
  readonly rounding?: boolean;
}

/** What float64 leaves of a difference of 0, with room for sums of some thousand terms. */
const ROUNDING = 1e-12;

/**
 * Shows a sentence, in Markdown with LaTeX, whose numbers are computed: what was measured is said by the cell that
 * measured it. Numbers get four significant digits, whole numbers all of theirs; other values appear as plain text.
 *
 * An object names its value: `${{ gain }}`, or `${{ gain: 100 * share }}`. The output then carries the named values
 * to twelve digits, as data that a test or a program can read. Further keys say how to write it, as for `plusMinus`:
 * `${{ gain: pairedDifference(a, b), percent: true }}`. An interval is written with its margin. With `rounding: true` a
 * number below 1e-12 is written as "rounding error"; the data keep the number.
 *
 * @throws RangeError when a name is used twice, or a named value comes with an unknown key.
 * @example
 * say`After ${epochs} epochs the loss is **${{ loss }}**, so $\hat y$ is still far from $y$.`;
 */
export function say(strings: TemplateStringsArray, ...values: readonly unknown[]): void {
  const raw = strings.raw.map(text => text.replaceAll('\\`', '`'));
  const named: Record<string, unknown> = {};
  const texts = values.map(value => {
    const found = nameOf(value);
    if (!found) return written(value, {});
    if (found.name in named)
      throw new RangeError(violation({ fn: 'say', name: found.name }, 'name one value', 'two'));
    named[found.name] = plain(found.value);
    return written(found.value, found.style);
  });
  const sentence = (inserted: readonly string[]): string =>
    String.raw({ raw }, ...inserted)
      .replace(/^[ \t]+/gm, '')
      .trim();
  const bundle: Bundle = {
    'text/markdown': noBreaks(sentence(texts.map(text => escapeMarkdown(setNumber(text))))),
    'text/plain': sentence(texts),
  };
  display(Object.keys(named).length ? { ...bundle, [VALUES]: named } : bundle);
}

/** A number and its sign of percent stay on one line. */
function noBreaks(markdown: string): string {
  return markdown.replace(/(?<=\d(?:\*\*)?) (?=%)/g, '\u00a0');
}

interface Named {
  readonly name: string;
  readonly value: unknown;
  readonly style: Style;
}

/** Name, value and style of `{ gain: 0.1, percent: true }`; undefined for anything but such an object. */
function nameOf(value: unknown): Named | undefined {
  if (Object.prototype.toString.call(value) !== '[object Object]' || isInterval(value)) return undefined;
  const [[name, inner] = ['', undefined], ...style] = Object.entries(value as object);
  if (!name) return undefined;
  for (const [key] of style) checkChoice({ fn: 'say', name: `option of ${name}` }, key, STYLE);
  return { name, value: inner, style: Object.fromEntries(style) };
}

function isInterval(value: unknown): value is MeasuredMean {
  return (
    typeof value === 'object' && value !== null && 'mean' in value && ('margin' in value || 'high' in value)
  );
}

function written(value: unknown, { rounding = false, ...style }: Style): string {
  if (isInterval(value)) return plusMinus(value, style);
  if (typeof value !== 'number') return String(value);
  if (rounding && value !== 0 && Math.abs(value) < ROUNDING) return 'rounding error';
  const { percent = false, digits, signed = false } = style;
  const shown = percent ? 100 * value : value;
  const sign = signed && value > 0 ? '+' : '';
  return sign + (percent ? shown.toFixed(digits ?? 1) : formatNumber(shown, digits));
}

/**
 * A value as JSON keeps it: numbers to twelve digits, which are the same on every platform though JavaScript's functions
 * differ in the last; those that JSON does not know become words.
 */
function plain(value: unknown): unknown {
  if (typeof value === 'number')
    return Number.isFinite(value) ? Number(value.toPrecision(12)) : String(value);
  if (isInterval(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  }
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    return Array.from(value as ArrayLike<unknown> as unknown[], plain);
  }
  return typeof value === 'boolean' ? value : String(value);
}

/** Characters that would mean something to Markdown, to HTML inside it, or to LaTeX delimiters. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>&#|$~]/g, character => `\\${character}`);
}
