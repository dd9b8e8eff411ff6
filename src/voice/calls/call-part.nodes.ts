import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { NodeResolver, type NodeSource } from '../../kernel/graphql/index.js';
import { CallMessageType, ToolInvocationType } from './graphql/call.type.js';
import { CallParts } from './reading/call-parts.js';

const access = { permission: 'calls:read' } as const;

@Injectable()
@NodeResolver('message', { type: () => CallMessageType, access })
export class CallMessageNodes implements NodeSource {
  constructor(private readonly parts: CallParts) {}

  findNode(ctx: RequestContext, id: string): Promise<CallMessageType | null> {
    return this.parts.findMessage(ctx, id);
  }
}

@Injectable()
@NodeResolver('invocation', { type: () => ToolInvocationType, access })
export class ToolInvocationNodes implements NodeSource {
  constructor(private readonly parts: CallParts) {}

  findNode(ctx: RequestContext, id: string): Promise<ToolInvocationType | null> {
    return this.parts.findInvocation(ctx, id);
  }
}
