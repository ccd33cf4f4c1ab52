import { type Argument, violation } from '../check';

/** What a table of kinds holds at least: how a record of this kind is made from its settings, checked. */
interface Kind<Made> {
  build(settings: never): Made;
}

/**
 * A record made anew from its settings by the table of its kinds: one that was written by hand or read from JSON is
 * checked and completed like any other.
 *
 * @throws TypeError when its `kind` is not in the table.
 */
export function rebuilt<Made>(
  argument: Argument,
  kinds: Readonly<Record<string, Kind<Made>>>,
  value: unknown,
  expectation: string = 'come from',
): Made {
  const { kind, ...settings } = (typeof value === 'object' && value !== null ? value : {}) as {
    kind: string;
  };
  if (Object.hasOwn(kinds, kind)) return kinds[kind].build(settings as never);
  const calls = Object.keys(kinds).map(name => `${name}(…)`);
  throw new TypeError(violation(argument, `${expectation} ${calls.join(', ')}`, value));
}
