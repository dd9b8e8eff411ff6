import { Injectable } from '@nestjs/common';
import type { Permission } from '../../kernel/auth/index.js';
import { contextOf, type GraphqlContext } from '../../kernel/graphql/index.js';
import { CallFieldsResolver } from '../calls/call-fields.resolver.js';
import type { CallType } from '../calls/graphql/call.type.js';
import { toRestStatus } from './rest-status.js';

/**
 * A call over REST: the fields of GraphQL's Call, with three statuses. Of the assistant its id and name; what the
 * caller of the API has no right to see is left out.
 */
@Injectable()
export class RestCalls {
  constructor(private readonly fields: CallFieldsResolver) {}

  async present(context: GraphqlContext, call: CallType): Promise<object> {
    const { fields } = this;
    const [workspace, costLines, toolInvocations, messages, transfers, others] = await Promise.all([
      fields.workspace(call, undefined, context),
      fields.costLines(call, undefined, context),
      fields.toolInvocations(call, undefined, context),
      fields.messages(call, undefined, context),
      fields.transfers(call, undefined, context),
      this.others(context, call),
    ]);
    return {
      ...ownFields(call),
      status: toRestStatus(call.status),
      cost: fields.cost(call),
      recordingUrl: fields.recordingUrl(call),
      ...others,
      ...{ workspace, costLines, toolInvocations, messages, transfers },
    };
  }

  /** With what was said in it. */
  async presentWhole(context: GraphqlContext, call: CallType): Promise<object> {
    const [fields, transcript] = await Promise.all([
      this.present(context, call),
      this.fields.transcript(call, undefined, context),
    ]);
    return { ...fields, transcript };
  }

  /** Who else took part; each needs a right of its own. */
  private async others(context: GraphqlContext, call: CallType): Promise<object> {
    const [assistant, contact] = await Promise.all([
      mayRead(context, 'assistants:read') ? this.fields.assistant(call, undefined, context) : undefined,
      mayRead(context, 'contacts:read') ? this.fields.contact(call, undefined, context) : undefined,
    ]);
    return { assistant: assistant && { id: assistant.id, name: assistant.name }, contact };
  }
}

function mayRead(context: GraphqlContext, permission: Permission): boolean {
  const { actor } = contextOf(context);
  return actor.role === 'ADMIN' || actor.permissions.includes(permission);
}

/** The columns that GraphQL serves too; the others are for finding what belongs to the call. */
function ownFields({
  uuid: _uuid,
  workspaceId: _workspaceId,
  assistantId: _assistantId,
  contactId: _contactId,
  hasRecording: _hasRecording,
  amount: _amount,
  currency: _currency,
  position: _position,
  version: _version,
  ...fields
}: CallType): object {
  return fields;
}
