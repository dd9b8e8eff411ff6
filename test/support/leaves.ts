/** A way into a parsed JSON value. */
export type Path = readonly (string | number)[];

/** Where its strings stand. */
export function stringPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    stringPaths(inner, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

/** A copy with another value in these places. */
export function replaced<Value>(value: Value, paths: readonly Path[], by: unknown): Value {
  const copy = structuredClone(value);
  for (const path of paths) {
    let holder = copy as Record<string | number, unknown>;
    for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
    const last = path.at(-1);
    if (last !== undefined) holder[last] = by;
  }
  return copy;
}
