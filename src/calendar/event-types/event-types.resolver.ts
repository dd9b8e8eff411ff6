import { Args, ID, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { assertAllowed, Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { contextOf, RequestLoader, type GraphqlContext } from '../../kernel/graphql/index.js';
import { fromAssistantId, VoiceAssistantType } from '../../voice/index.js';
import { EventTypeChoice } from './event-type-choice.service.js';
import { CalendarEventTypeType, toCalendarEventType } from './graphql/calendar-event-type.type.js';

type Links = VoiceAssistantType['links'];

@Resolver(() => VoiceAssistantType)
export class EventTypesResolver {
  readonly #offered = new RequestLoader<Links, CalendarEventTypeType[]>((ctx, assistants) =>
    this.loadOffered(ctx, assistants),
  );

  constructor(private readonly choice: EventTypeChoice) {}

  @Query(() => [CalendarEventTypeType], {
    description: 'What can be booked in the workspace’s calendar; empty where none is connected.',
  })
  @RequirePermission('calendar:read')
  async calendarEventTypes(@Ctx() ctx: RequestContext): Promise<CalendarEventTypeType[]> {
    return (await this.choice.list(ctx)).map(toCalendarEventType);
  }

  @Mutation(() => VoiceAssistantType, {
    description:
      'What an assistant offers to callers, in this order, at most 20. An empty list stands for the default: all of the ' +
      'workspace’s own account, none of the deployment’s.',
  })
  @RequirePermission('calendar:write')
  offerEventTypes(
    @Ctx() ctx: RequestContext,
    @Args('assistantId', { type: () => ID }) assistantId: string,
    @Args('eventTypeIds', { type: () => [Int] }) eventTypeIds: number[],
  ): Promise<VoiceAssistantType> {
    return this.choice.choose(ctx, fromAssistantId(assistantId), eventTypeIds);
  }

  @ResolveField(() => [CalendarEventTypeType], { description: 'What it offers to callers; see offerEventTypes.' })
  eventTypes({ links }: VoiceAssistantType, _args: unknown, context: GraphqlContext): Promise<CalendarEventTypeType[]> {
    assertAllowed(contextOf(context), { permission: 'calendar:read' });
    return this.#offered.load(context, links);
  }

  /** A platform ADMIN sees assistants of several workspaces: each has a calendar of its own. */
  private async loadOffered(ctx: RequestContext, assistants: readonly Links[]): Promise<CalendarEventTypeType[][]> {
    const offered = new Map<string, CalendarEventTypeType[]>();
    for (const workspaceId of new Set(assistants.map((each) => each.workspaceId))) {
      const ids = assistants.filter((each) => each.workspaceId === workspaceId).map(({ uuid }) => uuid);
      const lists = await this.choice.offeredBy({ ...ctx, workspaceId, access: 'tenant' }, ids);
      for (const [index, id] of ids.entries()) offered.set(id, (lists[index] ?? []).map(toCalendarEventType));
    }
    return assistants.map(({ uuid }) => offered.get(uuid) ?? []);
  }
}
