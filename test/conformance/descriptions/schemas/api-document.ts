export type Json = Record<string, unknown>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list, or none where there is no list. */
export function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The members of an object that are objects themselves. */
export function membersOf(value: unknown): [string, Json][] {
  return isJson(value) ? Object.entries(value).filter((entry): entry is [string, Json] => isJson(entry[1])) : [];
}

/** A description as a whole, within which parts refer to each other by JSON pointers. */
export class ApiDocument {
  constructor(readonly root: Json) {}

  /** What a node stands for: itself, or what it refers to, through as many references as there are. */
  resolve(node: unknown): Json {
    const passed = new Set<unknown>();
    let current = node;
    while (isJson(current) && typeof current.$ref === 'string' && !passed.has(current)) {
      passed.add(current);
      current = this.at(current.$ref);
    }
    return isJson(current) ? current : {};
  }

  /** What a pointer such as `#/components/schemas/Ticket` points to; undefined where it points to nothing. */
  at(pointer: string): unknown {
    if (!pointer.startsWith('#/')) return undefined;
    return pointer
      .slice(2)
      .split('/')
      .map((part) => decoded(part).replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>(
        (node, part) => (isJson(node) || Array.isArray(node) ? Reflect.get(node, part) : undefined),
        this.root,
      );
  }
}

/** A text without its percent-encoding; as it is where it has none that holds. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
