/** Where a value stands inside others: indices and names. */
export type Path = (string | number)[];

/** The path to every value inside the arguments: the arguments, their properties, the elements of their arrays. */
export function paths(value: unknown, path: Path = []): Path[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, element]) => paths(element, [...path, key]))
      : [];
  return path.length ? [path, ...inner] : inner;
}

/** A copy of `value` with `replacement` at `path`. */
export function replaced(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const copy: Record<string, unknown> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as object) };
  copy[key] = replaced(copy[key], rest, replacement);
  return copy;
}

/** The value at `path`. */
export function at(value: unknown, path: Path): unknown {
  return path.reduce((inner, key) => (inner as Record<string, unknown>)[key], value);
}

/** A copy of `value` with an "s" more in the name of the property at `path`. */
export function misspelt(value: unknown, path: Path): unknown {
  const [parent, key] = [path.slice(0, -1), path.at(-1)!];
  const { [key]: inner, ...others } = at(value, parent) as Record<string, unknown>;
  return replaced(value, parent, { ...others, [`${key}s`]: inner });
}
