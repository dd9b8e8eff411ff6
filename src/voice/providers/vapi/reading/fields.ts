/** U+0000, which PostgreSQL cannot store, and halves of surrogate pairs, which `jsonb` refuses. */
const unstorable = /[\0\p{Cs}]/gu;

/** Most texts hold neither, nor a whole pair, and that is quickly seen. */
const suspect = /[\0\ud800-\udfff]/;

/** A text that PostgreSQL can store. */
export function storable(text: string): string {
  return suspect.test(text) ? text.replace(unstorable, '') : text;
}

/** A JSON value that PostgreSQL can store, keys included. */
export function storableJson(value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  if (Array.isArray(value)) return value.map(storableJson);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [storable(key), storableJson(member)]));
}

const year9999 = 253_402_300_799_999;

/** An object of a body that nobody has validated: each member is read as what it should be, or not at all. */
export class Fields {
  private constructor(private readonly members: Readonly<Record<string, unknown>>) {}

  static of(value: unknown): Fields {
    return new Fields(isRecord(value) ? value : {});
  }

  has(key: string): boolean {
    return this.members[key] !== undefined && this.members[key] !== null;
  }

  raw(key: string): unknown {
    return this.members[key];
  }

  at(key: string): Fields {
    return Fields.of(this.members[key]);
  }

  list(key: string): Fields[] {
    const value = this.members[key];
    return Array.isArray(value) ? value.map(Fields.of) : [];
  }

  /** Trimmed and storable; undefined when empty. */
  text(key: string, longest = 100_000): string | undefined {
    const value = this.members[key];
    if (typeof value !== 'string') return undefined;
    return storable(value.length > longest ? value.slice(0, longest) : value).trim() || undefined;
  }

  flag(key: string): boolean {
    return this.members[key] === true;
  }

  number(key: string): number | undefined {
    const value = this.members[key];
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
  }

  /** Milliseconds since 1970, from milliseconds or an ISO text: Vapi has sent both. */
  time(key: string): number | undefined {
    const number = this.number(key);
    const text = this.text(key, 40);
    const time = Math.round(number ?? (text === undefined ? NaN : Date.parse(text)));
    return time > 0 && time <= year9999 ? time : undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
