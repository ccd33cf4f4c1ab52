import { floatsToBase64 } from '../platform';

/** Numbers as plotly 4 reads them from JSON: base64 of 32-bit floats, a third of the size of decimals. */
interface TypedArraySpec {
  readonly dtype: 'f4';
  readonly bdata: string;
  readonly shape?: string;
}

const SHORTEST = 48;

function pack(numbers: readonly number[], shape?: string): TypedArraySpec {
  return { dtype: 'f4', bdata: floatsToBase64(numbers), ...(shape && { shape }) };
}

function areNumbers(values: readonly unknown[]): values is readonly number[] {
  return values.every(value => typeof value === 'number');
}

/**
 * A copy of a figure's data for its JSON: long arrays and tables of numbers as base64 floats, other numbers cut to
 * six digits.
 *
 * @example
 * JSON.stringify(compact(figure.data));
 */
export function compact(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(6));
  if (ArrayBuffer.isView(value)) return compact(Array.from(value as Float64Array));
  if (Array.isArray(value)) {
    if (value.length >= SHORTEST && areNumbers(value)) return pack(value);
    const first: unknown = value[0];
    const cols = Array.isArray(first) ? first.length : 0;
    const rows = value as readonly (readonly unknown[])[];
    if (
      cols * value.length >= SHORTEST &&
      rows.every(row => Array.isArray(row) && row.length === cols && areNumbers(row))
    ) {
      return pack((rows as readonly (readonly number[])[]).flat(), `${value.length}, ${cols}`);
    }
    return value.map(compact);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, compact(inner)]));
  }
  return value;
}
