import { SetMetadata, type Type } from '@nestjs/common';
import type { AccessRule } from '../../auth/index.js';
import type { RequestContext } from '../../context/index.js';
import { splitGlobalId } from './global-id.js';

/** What finds one kind of thing for `node`. */
export interface NodeSource {
  /**
   * @param id The database's id, a UUID.
   * @returns The GraphQL object with its global id, or null when it is absent or another workspace's.
   */
  findNode(ctx: RequestContext, id: string): Promise<object | null>;
}

export interface NodeKind {
  /** The GraphQL type; its `id` is made by `toGlobalId` with the same prefix. */
  type: () => Type;
  /** Who may ask for it. */
  access: Exclude<AccessRule, { public: true }>;
}

const kinds = new Map<string, NodeKind>();

export const nodePrefixKey = 'node-prefix';

/**
 * Marks a provider that implements `NodeSource` as the one that finds things whose ids start with the prefix.
 *
 * @example
 * @NodeResolver('call', { type: () => CallType, access: { permission: 'calls:read' } })
 * export class CallsResolver implements NodeSource { … }
 */
export function NodeResolver(prefix: string, kind: NodeKind): ClassDecorator {
  if (kinds.has(prefix)) throw new Error(`Two kinds of nodes have the prefix "${prefix}".`);
  kinds.set(prefix, kind);
  return SetMetadata(nodePrefixKey, prefix);
}

export function nodeKind(prefix: string): NodeKind | undefined {
  return kinds.get(prefix);
}

/** The GraphQL types that nothing but the interface may mention. */
export function nodeTypes(): Type[] {
  return [...kinds.values()].map((kind) => kind.type());
}

export function nodeTypeOf(globalId: string): Type | undefined {
  const parts = splitGlobalId(globalId);
  return parts ? kinds.get(parts.prefix)?.type() : undefined;
}
