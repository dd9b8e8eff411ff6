import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { assertAllowed } from '../../auth/index.js';
import type { RequestContext } from '../../context/index.js';
import { splitGlobalId } from './global-id.js';
import { nodeKind, nodePrefixKey, type NodeSource } from './node-kinds.js';
import { NodeNotFound } from './node.errors.js';

/** Finds anything by its global id, through the `@NodeResolver` of its kind. */
@Injectable()
export class NodeRegistry implements OnModuleInit {
  readonly #sources = new Map<string, NodeSource>();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      const prefix: unknown = metatype ? Reflect.getMetadata(nodePrefixKey, metatype) : undefined;
      if (typeof prefix !== 'string') continue;
      if (!isNodeSource(instance)) throw new Error(`@NodeResolver('${prefix}') needs a method findNode(ctx, id).`);
      this.#sources.set(prefix, instance);
    }
  }

  /** @throws NodeNotFound, or PermissionMissing when this kind of thing is not for the caller. */
  async find(ctx: RequestContext, globalId: string): Promise<object> {
    const parts = splitGlobalId(globalId);
    const kind = parts && nodeKind(parts.prefix);
    const source = parts && this.#sources.get(parts.prefix);
    if (!kind || !source) throw new NodeNotFound();
    assertAllowed(ctx, kind.access);
    const found = await source.findNode(ctx, parts.id);
    if (!found) throw new NodeNotFound();
    return found;
  }
}

function isNodeSource(value: unknown): value is NodeSource {
  return typeof value === 'object' && value !== null && 'findNode' in value && typeof value.findNode === 'function';
}
