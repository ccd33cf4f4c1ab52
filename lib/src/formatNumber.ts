const SUPERSCRIPT: Readonly<Record<string, string>> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/**
 * A number as sentences, figures and tables write it: whole numbers in full, others with four significant digits, those from 1e6 and
 * below 1e-4 as powers of ten.
 *
 * @example
 * formatNumber(0.30000000000000004); // '0.3'
 * formatNumber(9.27e-8);             // '9.27 × 10⁻⁸'
 */
export function formatNumber(x: number, digits: number = 4): string {
  if (Object.is(x, -0)) return '-0';
  if (!Number.isFinite(x) || (Number.isInteger(x) && Math.abs(x) < 1e15)) return String(x);
  const size = Math.abs(x);
  if (size >= 1e-4 && size < 1e6) return String(Number(x.toPrecision(digits)));
  const [mantissa, exponent] = x.toExponential(digits - 1).split('e');
  return `${Number(mantissa)} × 10${exponent.replace(/./g, character => SUPERSCRIPT[character] ?? '')}`;
}

/**
 * A written number or interval as a page sets it: with a minus sign instead of a hyphen, and without a place where a
 * line may break. Other text stays as it is.
 * `-0.6 ± 0.8` becomes `−0.6 ± 0.8`, in one piece.
 */
export function setNumber(text: string): string {
  if (!/^[-+]?\d/.test(text)) return text;
  return text.replace(/(?<![\w.])-(?=\d)/g, '−').replace(/ (?=[±×])|(?<=[±×]) /g, '\u00a0');
}
