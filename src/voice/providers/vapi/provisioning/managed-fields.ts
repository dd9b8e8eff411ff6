import { isDeepStrictEqual } from 'node:util';

type Members = Readonly<Record<string, unknown>>;

/** What is known of the place that is merged. */
interface Place {
  /** Paths, such as `voice.language`, that we have set before: those that are wanted no more go. */
  owned?: readonly string[];
  path?: string;
}

/**
 * What is to stand at Vapi: what is wanted, and around it what others have set, since Vapi replaces fields whole. A list is
 * as wanted when it holds the same in another order.
 */
export function mergeWanted(live: unknown, wanted: unknown, { owned = [], path = '' }: Place = {}): unknown {
  if (Array.isArray(wanted)) return mergeLists(live, wanted);
  if (!isMembers(wanted)) return wanted;
  const base = isMembers(live) ? remaining(live, wanted, { owned, path }) : {};
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(wanted)) {
    if (value !== undefined) merged[key] = mergeWanted(base[key], value, { owned, path: join(path, key) });
  }
  return merged;
}

function mergeLists(live: unknown, wanted: readonly unknown[]): unknown {
  if (!isList(live) || live.length !== wanted.length) return wanted;
  const isPlain = wanted.every((each) => typeof each !== 'object');
  if (isPlain) return wanted.every((each) => live.includes(each)) ? live : wanted;
  return wanted.map((each, index) => mergeWanted(live[index], each));
}

/** What belongs to a provider means nothing to another one; the tools of a model belong to the assistant. */
const ofAnyProvider: ReadonlySet<string> = new Set(['tools', 'toolIds', 'knowledgeBase']);

function remaining(live: Members, wanted: Members, { owned, path }: Required<Place>): Members {
  const isOther = 'provider' in wanted && live.provider !== wanted.provider;
  const kept = Object.entries(live).filter(([key]) => {
    if (key in wanted) return !isOther || ofAnyProvider.has(key);
    const own = join(path, key);
    const wasOurs = owned.some((each) => each === own || each.startsWith(`${own}.`));
    return !wasOurs && (!isOther || ofAnyProvider.has(key));
  });
  return Object.fromEntries(kept);
}

/** Where each value stands: what `mergeWanted` takes as owned the next time. */
export function pathsOf(wanted: unknown, path = ''): string[] {
  if (!isMembers(wanted)) return wanted === undefined ? [] : [path];
  return Object.entries(wanted).flatMap(([key, value]) => pathsOf(value, join(path, key)));
}

/** A value that becomes another one; null where there is none. */
export interface FieldChange {
  path: string;
  before: unknown;
  after: unknown;
}

/** What differs, no deeper than a reader wants to know: `voice.voiceId`. */
export function fieldChanges(before: Members, after: Members, { depth = 2, path = '' } = {}): FieldChange[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((key): FieldChange[] => {
    const [old, next] = [before[key], after[key]];
    if (isDeepStrictEqual(old, next)) return [];
    const own = join(path, key);
    if (depth > 1 && isMembers(old) && isMembers(next)) return fieldChanges(old, next, { depth: depth - 1, path: own });
    return [{ path: own, before: masked(old ?? null), after: masked(next ?? null) }];
  });
}

const secretName = /secret|token|password|api-?key/i;
const secretText = '[secret]';

/** For readers: headers hold secrets, and whatever is called one is one. */
export function masked(value: unknown): unknown {
  if (isList(value)) return value.map(masked);
  if (!isMembers(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if (key === 'headers' && isMembers(each))
        return [key, Object.fromEntries(Object.keys(each).map((name) => [name, secretText]))];
      return [key, secretName.test(key) && typeof each === 'string' ? secretText : masked(each)];
    }),
  );
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
