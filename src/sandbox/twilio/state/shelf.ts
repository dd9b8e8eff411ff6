interface Kept {
  readonly sid: string;
}

/** The things of one kind that an account holds. */
export class Shelf<T extends Kept> {
  readonly #kept = new Map<string, T>();
  /** As the thing that changed last was before. */
  #before: { readonly sid: string; readonly was: T | null } | null = null;

  constructor(
    private readonly changed: () => void,
    things: readonly T[] = [],
  ) {
    for (const thing of things) this.#kept.set(thing.sid, thing);
  }

  /** Newest first. */
  list(): T[] {
    return [...this.#kept.values()].reverse();
  }

  find(sid: string): T | null {
    return this.#kept.get(sid) ?? null;
  }

  /** As it was before the last change. */
  listStale(): T[] {
    const before = this.#before;
    if (!before) return this.list();
    const others = this.list().filter(({ sid }) => sid !== before.sid);
    return before.was ? [before.was, ...others] : others;
  }

  put(thing: T): T {
    this.#before = { sid: thing.sid, was: this.find(thing.sid) };
    this.#kept.set(thing.sid, thing);
    this.changed();
    return thing;
  }

  remove(sid: string): T | null {
    const known = this.find(sid);
    this.#before = { sid, was: known };
    this.#kept.delete(sid);
    this.changed();
    return known;
  }
}
