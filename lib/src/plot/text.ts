import { formatNumber } from '../formatNumber';
import type { Measured, NamedValue } from './arguments';

/** `a, b and c` */
export function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** Text as plotly shows it letter by letter: plotly reads `<b>` and `&amp;` as markup. */
export function literal(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `0.5 [0.4, 0.6]`, or the value alone where it has no interval. */
export function withInterval({ value, low, high }: Measured): string {
  const interval =
    low === undefined || high === undefined ? '' : ` [${formatNumber(low)}, ${formatNumber(high)}]`;
  return formatNumber(value) + interval;
}

/** `Bayes accuracy: 0.846`, the label of a line or a point to compare with. */
export function labeled({ name, value }: NamedValue): string {
  return `${name}: ${formatNumber(value)}`;
}

/** What the words of a figure add about the line to compare with, if there is one. */
export function comparedWith(reference: NamedValue | undefined): string {
  return reference ? `; for comparison ${labeled(reference)}` : '';
}
