import { Injectable } from '@nestjs/common';
import { AccountLoaders } from '../../accounts/index.js';
import { ContactLoaders } from '../../contacts/index.js';
import type { GraphqlContext } from '../../kernel/graphql/index.js';
import type { VoiceAssistantType } from '../assistants/graphql/voice-assistant.type.js';

/** An assistant over REST: the fields of GraphQL's VoiceAssistant but `stats`, which has a route of its own. */
@Injectable()
export class RestAssistants {
  constructor(
    private readonly accounts: AccountLoaders,
    private readonly contacts: ContactLoaders,
  ) {}

  async present(context: GraphqlContext, { links, ...fields }: VoiceAssistantType): Promise<object> {
    const { workspaceId, clientId, ownerId } = links;
    const [workspace, client, owner] = await Promise.all([
      this.accounts.workspace(context, workspaceId),
      this.contacts.client(context, clientId),
      ownerId === null ? null : this.accounts.user(context, ownerId),
    ]);
    return { ...fields, workspace, client, clientName: client?.name, clientEmail: client?.email, owner };
  }
}
