// @ts-check

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number as programs read it: `−9.3 × 10⁻⁸` is -9.3e-8; other text as it is. @param {string} text */
const plain = text => {
  const [whole, sign, mantissa, exponent] = /^([-−+]?)(\d[\d.]*)(?: × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/.exec(text) ?? [];
  if (whole === undefined || mantissa === undefined) return text;
  const power = (exponent ?? '').replace(/./g, digit =>
    digit === '⁻' ? '-' : String(SUPERSCRIPT.indexOf(digit)),
  );
  return `${sign === '−' ? '-' : sign}${mantissa}${power && `e${power}`}`;
};

/** Rows of text as CSV (RFC 4180). @param {readonly (readonly string[])[]} rows */
export const csv = rows =>
  rows
    .map(row =>
      row.map(plain).map(cell => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)),
    )
    .map(cells => `${cells.join(',')}\r\n`)
    .join('');
