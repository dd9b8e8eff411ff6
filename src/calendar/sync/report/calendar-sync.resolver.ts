import { Args, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../../kernel/auth/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { CalendarSyncArgs, CalendarSyncType } from './graphql/calendar-sync.type.js';
import { SyncReports } from './sync-report.service.js';

@Resolver()
export class CalendarSyncResolver {
  constructor(private readonly reports: SyncReports) {}

  @Query(() => CalendarSyncType, { description: 'How well appointments are in step with Cal.com.' })
  @RequirePermission('calendar:read')
  calendarSync(@Ctx() ctx: RequestContext, @Args() { from, to }: CalendarSyncArgs): Promise<CalendarSyncType> {
    return this.reports.read(ctx, { from: from ?? undefined, to: to ?? undefined });
  }
}
