import DataLoader from 'dataloader';
import type { RequestContext } from '../../context/index.js';
import { contextOf, type GraphqlContext, type GraphqlRequest } from './graphql-context.js';

/**
 * Loads by key for the fields of one request: what they ask in the same moment becomes one batch, and nothing is asked
 * twice. The batch opens its own unit of work. Values come back in the order of the keys (see `inKeyOrder`).
 *
 * @example
 * readonly #assistants = new RequestLoader<string, AssistantType | null>((ctx, ids) => this.assistants.findByIds(ctx, ids));
 * assistant(call: CallType, _args: unknown, context: GraphqlContext) { return this.#assistants.load(context, call.assistantId); }
 */
export class RequestLoader<Key, Value> {
  readonly #loaders = new WeakMap<GraphqlRequest, DataLoader<Key, Value>>();

  constructor(
    private readonly batch: (ctx: RequestContext, keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
  ) {}

  load(context: GraphqlContext, key: Key): Promise<Value> {
    const { request } = context;
    let loader = this.#loaders.get(request);
    if (!loader) {
      loader = new DataLoader((keys) => this.batch(contextOf(context), keys));
      this.#loaders.set(request, loader);
    }
    return loader.load(key);
  }
}

/** Arranges rows for a loader's answer: the row of each key, or null. */
export function inKeyOrder<Key, Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** Arranges rows for a loader of lists: the rows of each key, in the order in which they came. */
export function groupedInKeyOrder<Key, Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Row[][] {
  const byKey = new Map<Key, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) byKey.get(keyOf(row))?.push(row);
  return keys.map((key) => byKey.get(key) ?? []);
}
