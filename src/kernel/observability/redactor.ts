import { Secret } from '../config/index.js';
import { errorFields } from './error-fields.js';
import { isSensitiveKey, knownSecrets, maskPatterns } from './sensitive.js';

const mask = '[redacted]';
const limits = { depth: 8, entries: 100, text: 4_000 };

/**
 * Makes anything printable without its secrets: values of declared secrets wherever they stand, everything under a key
 * that sounds like a secret, credentials in URLs, bearer tokens and JWTs. What it returns is a copy, cut to a sane size.
 */
export class Redactor {
  readonly #values = new Set<string>();
  #known: RegExp | undefined;

  constructor(secretValues: Iterable<string> = []) {
    for (const value of secretValues) this.hide(value);
  }

  /** From now on this value is masked too: a secret made while the process runs. */
  hide(value: string): void {
    for (const part of knownSecrets(value)) this.#values.add(part);
    this.#known = this.#values.size === 0 ? undefined : anyOf(this.#values);
  }

  text(text: string): string {
    // Cut before and after: before, so that a body of megabytes costs nothing; after, at a length that cannot halve a secret.
    const head = text.slice(0, limits.text * 2);
    const masked = maskPatterns(this.#known ? head.replace(this.#known, mask) : head, mask);
    return masked.length <= limits.text ? masked : `${masked.slice(0, limits.text)}…`;
  }

  fields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return this.#entries(Object.entries(fields), new Set());
  }

  #value(value: unknown, parents: ReadonlySet<object>): unknown {
    if (typeof value === 'string') return this.text(value);
    if (typeof value === 'bigint') return value.toString();
    if (typeof value === 'function' || typeof value === 'symbol') return undefined;
    if (typeof value !== 'object' || value === null) return value;
    return this.#object(value, parents);
  }

  #object(value: object, parents: ReadonlySet<object>): unknown {
    if (parents.has(value) || parents.size >= limits.depth) return '[deep]';
    const inner = new Set(parents).add(value);
    if (value instanceof Secret) return value.toString();
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
    if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
    if (value instanceof Error) return this.#entries(Object.entries(errorFields(value)), inner);
    if (value instanceof Map)
      return this.#entries(
        [...value].map(([key, item]) => [String(key), item]),
        inner,
      );
    if (Array.isArray(value) || value instanceof Set) {
      return [...value].slice(0, limits.entries).map((item: unknown) => this.#value(item, inner));
    }
    return this.#entries(Object.entries(value), inner);
  }

  #entries(entries: [string, unknown][], parents: ReadonlySet<object>): Record<string, unknown> {
    const printable: Record<string, unknown> = {};
    for (const [key, value] of entries.slice(0, limits.entries)) {
      const hidden = isSensitiveKey(key) && value !== null && value !== undefined && typeof value !== 'boolean';
      printable[this.text(key)] = hidden ? mask : this.#value(value, parents);
    }
    return printable;
  }
}

function anyOf(values: Iterable<string>): RegExp {
  // The longest first, so that a secret that begins like another is masked whole.
  const sorted = [...values].sort((a, b) => b.length - a.length);
  return new RegExp(sorted.map((value) => value.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|'), 'g');
}
