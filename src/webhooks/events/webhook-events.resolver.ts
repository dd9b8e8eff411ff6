import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { parseInput } from '../../kernel/errors/index.js';
import {
  Cursors,
  fromGlobalId,
  NodeResolver,
  pageOf,
  toPage,
  type NodeSource,
  type Page,
} from '../../kernel/graphql/index.js';
import { CallKeys } from '../call-keys.js';
import {
  eventPrefix,
  toWebhookEventType,
  WebhookEventConnection,
  WebhookEventType,
} from '../graphql/webhook-event.type.js';
import { WebhookEventsArgs } from '../graphql/webhook-events.args.js';
import { WebhookSourceRegistry } from '../webhook-source.registry.js';
import { WebhookEventNotFound } from '../webhooks.errors.js';
import type { WebhookEventFilter, WebhookEventRow } from './webhook-event.repository.js';
import { WebhookEventsService } from './webhook-events.service.js';

const word = z
  .string()
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Use one line of plain text. | Utilisez une seule ligne de texte.')
  .nullish();
const words = z.object({ source: word, type: word });

const cursors = new Cursors('webhookEvents', 'text');

@Resolver(() => WebhookEventType)
@NodeResolver(eventPrefix, { type: () => WebhookEventType, access: { permission: 'webhooks:read' } })
export class WebhookEventsResolver implements NodeSource {
  constructor(
    private readonly events: WebhookEventsService,
    private readonly sources: WebhookSourceRegistry,
    private readonly callKeys: CallKeys,
  ) {}

  @Query(() => WebhookEventConnection, { description: 'What the platforms sent, newest first.' })
  @RequirePermission('webhooks:read')
  async webhookEvents(@Ctx() ctx: RequestContext, @Args() args: WebhookEventsArgs): Promise<Page<WebhookEventType>> {
    const request = pageOf(args);
    const filter = await this.filterOf(ctx, args);
    const after = request.after === undefined ? undefined : cursors.decode(ctx, request.after).id;
    const rows = await this.events.page(ctx, filter, { limit: request.first + 1, after });
    return toPage({
      request,
      rows,
      toNode: (row) => this.toType(row),
      cursorOf: ({ id }) => cursors.encode(ctx, { key: '', id }),
      countAll: () => this.events.count(ctx, filter),
    });
  }

  @Mutation(() => [WebhookEventType], {
    description: 'Hands events to the workers again, dead and processed ones too; effects never double. All or none.',
  })
  @RequirePermission('webhooks:manage')
  async replayWebhookEvents(
    @Ctx() ctx: RequestContext,
    @Args('ids', { type: () => [ID] }) ids: string[],
  ): Promise<WebhookEventType[]> {
    const rows = await this.events.replay(ctx, ids.map(eventId));
    return rows.map((row) => this.toType(row));
  }

  async findNode(ctx: RequestContext, id: string): Promise<WebhookEventType> {
    return this.toType(await this.events.get(ctx, id));
  }

  private toType(row: WebhookEventRow): WebhookEventType {
    return toWebhookEventType(row, (body) => this.sources.find(row.source)?.redact(body) ?? {});
  }

  private async filterOf(ctx: RequestContext, { filter }: WebhookEventsArgs): Promise<WebhookEventFilter> {
    const { callId, ...conditions } = filter ?? {};
    const rest = { ...conditions, ...parseInput(words, { source: filter?.source, type: filter?.type }, 'filter') };
    if (callId === undefined || callId === null) return rest;
    return { ...rest, callKeys: await this.callKeys.keysOf(ctx, fromGlobalId('call', callId)) };
  }
}

function eventId(id: string): string {
  return fromGlobalId(eventPrefix, id, () => new WebhookEventNotFound());
}
