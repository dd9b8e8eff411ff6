/** What goes wrong with a request. */
export type Fault =
  /** The connection breaks, before anything has been done or after all of it has. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' }
  /** No answer ever comes. */
  | { readonly kind: 'silence'; readonly when: 'before' | 'after' }
  /** Nothing is done. */
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** All is done, and the answer comes late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** All is done, and the answer ends in the middle. */
  | { readonly kind: 'malformed' }
  /** A read answers the state before the last change. */
  | { readonly kind: 'stale' };

/** Which requests are meant: of any method, and of any path, where it is left out. */
export interface FaultMatch {
  readonly method?: string | undefined;
  /** Of the path alone: `/v2/bookings/abc/cancel`. */
  readonly path?: RegExp | undefined;
}

interface Rule {
  readonly match: FaultMatch;
  readonly fault: Fault;
  /** Whether the nth request that matches fails. */
  readonly isDue: (nth: number) => boolean;
  /** After so many matches it is spent. */
  readonly until: number;
  seen: number;
}

/**
 * Faults on demand.
 *
 * @example
 * standIn.faults.next({ method: 'POST', path: /^\/v2\/bookings$/ }, { kind: 'cut', when: 'after' });
 * standIn.faults.every(10, {}, { kind: 'status', status: 502 });
 */
export class FaultPlan {
  #rules: Rule[] = [];

  /** The next request that matches, or the next few. */
  next(match: FaultMatch, fault: Fault, times = 1): void {
    this.#rules.push({ match, fault, isDue: () => true, until: times, seen: 0 });
  }

  every(nth: number, match: FaultMatch, fault: Fault): void {
    this.#rules.push({ match, fault, isDue: (seen) => seen % nth === 0, until: Infinity, seen: 0 });
  }

  /** By chance of one's own: a draw from 0 to 1, for a share of them. */
  sometimes(share: number, fault: Fault, { draw, ...match }: FaultMatch & { readonly draw: () => number }): void {
    this.#rules.push({ match, fault, isDue: () => draw() < share, until: Infinity, seen: 0 });
  }

  clear(): void {
    this.#rules = [];
  }

  /** The first that is due for a request, which all that match have then seen. */
  take(method: string, path: string): Fault | null {
    let taken: Fault | null = null;
    for (const rule of this.#rules) {
      if (taken !== null && rule.until !== Infinity) continue;
      if (!matches(rule.match, method, path)) continue;
      rule.seen += 1;
      if (rule.isDue(rule.seen)) taken ??= rule.fault;
    }
    this.#rules = this.#rules.filter(({ seen, until }) => seen < until);
    return taken;
  }
}

function matches({ method: asked, path: pattern }: FaultMatch, method: string, path: string): boolean {
  return (asked === undefined || asked === method) && (pattern === undefined || pattern.test(path));
}
