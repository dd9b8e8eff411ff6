import { ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoaders, WorkspaceType } from '../../accounts/index.js';
import type { GraphqlContext } from '../../kernel/graphql/index.js';
import { WebhookEventType } from '../../webhooks/index.js';

/** What an event belongs to; webhooks and accounts are on one level, so this one above them joins the two. */
@Resolver(() => WebhookEventType)
export class WebhookEventWorkspaceResolver {
  constructor(private readonly loaders: AccountLoaders) {}

  @ResolveField(() => WorkspaceType, { description: 'Whose event it is; the deployment’s own while nobody claims it.' })
  workspace(event: WebhookEventType, _args: unknown, context: GraphqlContext): Promise<WorkspaceType | null> {
    return this.loaders.workspace(context, event.workspaceId);
  }
}
