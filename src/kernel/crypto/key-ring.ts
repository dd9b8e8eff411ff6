import { createSecretKey, type KeyObject } from 'node:crypto';
import { inspect } from 'node:util';
import { SealedByUnknownKey } from './crypto.errors.js';

const keyBytes = 32;
const idPattern = /^[A-Za-z0-9_-]{1,32}$/;

/** One master key: it wraps the data keys of records and nothing else. */
export interface MasterKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** The master keys by id. The first one wraps what is sealed from now on; all of them open what was sealed before. */
export class KeyRing {
  readonly #keys: ReadonlyMap<string, MasterKey>;

  private constructor(
    readonly current: MasterKey,
    keys: readonly MasterKey[],
  ) {
    this.#keys = new Map(keys.map((key) => [key.id, key]));
  }

  /** Reads `id:base64,id:base64`. A fault names the entry by its position, since an entry may be a bare key. */
  static parse(text: string): KeyRing | { fault: string } {
    const keys: MasterKey[] = [];
    for (const [index, entry] of text.split(',').entries()) {
      const key = parseEntry(entry.trim());
      if ('fault' in key) return { fault: `Entry ${index + 1}: ${key.fault}` };
      if (keys.some(({ id }) => id === key.id)) return { fault: `Entry ${index + 1}: its id is used twice.` };
      keys.push(key);
    }
    const [first] = keys;
    return first ? new KeyRing(first, keys) : { fault: 'No key at all.' };
  }

  /** @throws SealedByUnknownKey at once: another key could only yield garbage. */
  byId(id: string): MasterKey {
    const key = this.#keys.get(id);
    if (!key) throw new SealedByUnknownKey(id);
    return key;
  }

  /** Ids only, for `config:check` and the log. */
  get ids(): string[] {
    return [...this.#keys.keys()];
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}

export function isKeyId(text: string): boolean {
  return idPattern.test(text);
}

function parseEntry(entry: string): MasterKey | { fault: string } {
  const colon = entry.indexOf(':');
  const id = entry.slice(0, Math.max(0, colon));
  if (!isKeyId(id)) return { fault: 'it needs an id of 1 to 32 letters, digits, - or _, then a colon.' };
  const bytes = strictBase64(entry.slice(colon + 1));
  if (bytes?.length !== keyBytes) return { fault: `its key must be the base64 of exactly ${keyBytes} bytes.` };
  return { id, key: createSecretKey(bytes) };
}

/** Node skips what is not base64, which would turn a mistyped key into another key. */
function strictBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '') ? bytes : null;
}
