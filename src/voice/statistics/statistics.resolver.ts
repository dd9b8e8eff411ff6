import { Args, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { fromAssistantIdIfGiven } from '../assistants/assistant-id.js';
import { StatsGroupRowType } from './graphql/stats-group-row.type.js';
import { StatsArgs, StatsByArgs } from './graphql/stats.args.js';
import { VoiceStatsType } from './graphql/voice-stats.type.js';
import { StatisticsService, type StatsFilter } from './statistics.service.js';

@Resolver()
export class StatisticsResolver {
  constructor(private readonly statistics: StatisticsService) {}

  @Query(() => VoiceStatsType, { description: 'Calls of a period; of all time unless it is bounded.' })
  @RequirePermission('calls:read')
  voiceStats(@Ctx() ctx: RequestContext, @Args() args: StatsArgs): Promise<VoiceStatsType> {
    return this.statistics.total(ctx, filterOf(args));
  }

  @Query(() => [StatsGroupRowType], {
    description:
      'Calls of a period in groups; a group without calls is left out. Hours to months come in order of time, ' +
      'others by the number of calls.',
  })
  @RequirePermission('calls:read')
  voiceStatsBy(@Ctx() ctx: RequestContext, @Args() args: StatsByArgs): Promise<StatsGroupRowType[]> {
    return this.statistics.grouped(ctx, args.group, filterOf(args));
  }
}

function filterOf({ assistantId, from, to }: StatsArgs): StatsFilter {
  return {
    assistantId: fromAssistantIdIfGiven(assistantId),
    from: from ?? undefined,
    to: to ?? undefined,
  };
}
