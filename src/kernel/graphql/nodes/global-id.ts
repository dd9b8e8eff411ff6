import type { AppError } from '../../errors/index.js';
import { NodeNotFound } from './node.errors.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id as clients know it, in GraphQL and REST alike: `call_<uuid>`. */
export function toGlobalId(prefix: string, id: string): string {
  return `${prefix}_${id}`;
}

/**
 * The database's id behind a client's id. A malformed id, or one of another kind of thing, is answered like one that
 * does not exist.
 *
 * @param absent The error for an absent thing of this kind, where its module has its own.
 * @throws NodeNotFound, or `absent()`.
 */
export function fromGlobalId(prefix: string, id: string, absent: () => AppError = () => new NodeNotFound()): string {
  const parts = splitGlobalId(id);
  if (parts?.prefix !== prefix) throw absent();
  return parts.id;
}

/** @returns null for what is no id of ours. */
export function splitGlobalId(globalId: string): { prefix: string; id: string } | null {
  const end = globalId.lastIndexOf('_');
  const id = globalId.slice(end + 1);
  return end > 0 && uuid.test(id) ? { prefix: globalId.slice(0, end), id } : null;
}
