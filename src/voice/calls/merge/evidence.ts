/** Scalars only: two of them always compare, and `jsonb` gives them back unchanged. */
export type RegisterValue = string | number | boolean;

/**
 * What is believed of one field of a call, and how strongly: the highest rank wins, then the highest order, then the
 * greatest value. So two registers have one maximum, and merging is commutative, associative and idempotent by construction.
 */
export type Register = readonly [rank: number, order: number, value: RegisterValue];

/** Everything that events have said of a call so far: field name → the strongest register seen. */
export type Evidence = Readonly<Record<string, Register>>;

/** Among equal ranks, what was said last wins. */
export function latest(rank: number, at: number, value: RegisterValue): Register {
  return [rank, at, value];
}

/** Among equal ranks, what was said first wins. */
export function earliest(rank: number, at: number, value: RegisterValue): Register {
  return [rank, -at, value];
}

/** The rank alone decides; repeating it changes nothing. */
export function highest(rank: number, value: RegisterValue): Register {
  return [rank, 0, value];
}

/** @returns `a` itself when `b` adds nothing, so that an event without news is seen at once. */
export function joinEvidence(a: Evidence, b: Evidence): Evidence {
  let joined: Record<string, Register> | undefined;
  for (const [field, register] of Object.entries(b)) {
    if (beats(register, a[field])) (joined ??= { ...a })[field] = register;
  }
  return joined ?? a;
}

function beats(one: Register, other: Register | undefined): boolean {
  if (!other) return true;
  if (one[0] !== other[0]) return one[0] > other[0];
  if (one[1] !== other[1]) return one[1] > other[1];
  return typeof one[2] === typeof other[2] ? one[2] > other[2] : typeof one[2] > typeof other[2];
}
