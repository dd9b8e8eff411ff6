import { Args, Query, Resolver, Subscription } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { NodeResolver, type NodeSource } from '../../kernel/graphql/index.js';
import { alertPrefix } from './alert-id.js';
import { Alerts } from './alerts.service.js';
import { AlertType, toAlertType } from './graphql/alert.type.js';
import { LiveAlerts } from './live-alerts.js';

@Resolver(() => AlertType)
@NodeResolver(alertPrefix, { type: () => AlertType, access: { permission: 'workspace:read' } })
export class AlertsResolver implements NodeSource {
  constructor(
    private readonly service: Alerts,
    private readonly live: LiveAlerts,
  ) {}

  @Query(() => [AlertType], {
    description:
      'Incidents, the newest first, at most 500: those that are open, those that are over, or all where nothing is asked.',
  })
  @RequirePermission('workspace:read')
  async alerts(
    @Ctx() ctx: RequestContext,
    @Args('open', { type: () => Boolean, nullable: true }) open: boolean | null,
  ): Promise<AlertType[]> {
    return (await this.service.list(ctx, open ?? null)).map((row) => toAlertType(row, ctx.locale));
  }

  @Subscription(() => AlertType, { description: 'Every incident that is raised from now on, once.' })
  @RequirePermission('workspace:read')
  alertRaised(@Ctx() ctx: RequestContext): AsyncIterable<{ alertRaised: AlertType }> {
    return this.live.raised(ctx);
  }

  async findNode(ctx: RequestContext, id: string): Promise<AlertType | null> {
    const row = await this.service.find(ctx, id);
    return row && toAlertType(row, ctx.locale);
  }
}
