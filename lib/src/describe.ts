const LONGEST = 60;

/**
 * A short text for any value, for error messages: shapes as `(8, 2)`, long values cut.
 *
 * @example
 * describe([[1, 2], [3, 4]]); // an array of shape (2, 2)
 */
export function describe(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST - 3)}...` : value);
  }
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return `a function${value.name ? ` ${value.name}` : ''}`;
  if (typeof value !== 'object' || value === null) return String(value);
  return Array.isArray(value) ? describeArray(value) : describeObject(value);
}

function describeArray(value: readonly unknown[]): string {
  const first: unknown = value[0];
  if (Array.isArray(first)) return `an array of shape (${value.length}, ${first.length})`;
  if (value.length > 4) return `an array of shape (${value.length},)`;
  return `[${Array.from(value, item => (Array.isArray(item) ? '[…]' : describe(item))).join(', ')}]`;
}

function describeObject(value: object): string {
  const name = Object.prototype.toString.call(value).slice(8, -1);
  if (ArrayBuffer.isView(value) && 'length' in value) return `${name} of shape (${value.length},)`;
  const { shape, constructor } = value as { shape?: unknown; constructor?: unknown };
  const kind = typeof constructor === 'function' && constructor.name !== 'Object' ? constructor.name : '';
  if (Array.isArray(shape)) return `a ${kind || 'value'} of shape (${shape.map(describe).join(', ')})`;
  if (kind) return `a value of type ${kind}`;
  return `an object with ${Object.keys(value).slice(0, 6).join(', ') || 'no keys'}`;
}
