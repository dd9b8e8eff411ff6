import { Controller, Get, Query } from '@nestjs/common';
import { onlyFields } from '../../contacts/index.js';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { parseInput } from '../../kernel/errors/index.js';
import { fromAssistantId } from '../assistants/assistant-id.js';
import type { VoiceStatsType } from '../statistics/graphql/voice-stats.type.js';
import { StatisticsService } from '../statistics/statistics.service.js';
import { idParameter, momentParameter } from './query.js';

const statsParameters = onlyFields({ assistantId: idParameter, from: momentParameter, to: momentParameter });

@Controller('api/voice/stats')
export class StatsController {
  constructor(private readonly statistics: StatisticsService) {}

  @Get()
  @RequirePermission('calls:read')
  total(@Ctx() ctx: RequestContext, @Query() query: unknown): Promise<VoiceStatsType> {
    const { assistantId, from, to } = parseInput(statsParameters, query, 'query');
    const id = assistantId === undefined ? undefined : fromAssistantId(assistantId);
    return this.statistics.total(ctx, { assistantId: id, from, to });
  }
}
