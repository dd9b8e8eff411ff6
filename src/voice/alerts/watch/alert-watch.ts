import { Injectable } from '@nestjs/common';
import { ConnectionStates } from '../../../integrations/index.js';
import { systemContext, type RequestContext } from '../../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../../kernel/database/index.js';
import { AppLogger } from '../../../kernel/observability/index.js';
import { Alerts } from '../alerts.service.js';
import type { AlertSource } from '../sources/alert-source.js';
import { CallAlerts } from '../sources/call-alerts.js';
import { ConnectionAlerts } from '../sources/connection-alerts.js';
import { WebhookAlerts } from '../sources/webhook-alerts.js';

const watched = {
  name: 'alerts-watched-workspaces',
  text: `SELECT w.id FROM workspaces w
    WHERE EXISTS (SELECT FROM alerts a WHERE a.workspace_id = w.id AND a.resolved_at IS NULL)
      OR EXISTS (SELECT FROM calls c WHERE c.workspace_id = w.id AND c.began_at > $1::timestamptz - interval '1 day')`,
};

/** Reviews every workspace in which anything can be wrong: one with calls within a day, an expired connection or an open alert. */
@Injectable()
export class AlertWatch {
  readonly #sources: readonly AlertSource[];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: AppLogger,
    private readonly states: ConnectionStates,
    private readonly alerts: Alerts,
    calls: CallAlerts,
    connections: ConnectionAlerts,
    webhooks: WebhookAlerts,
  ) {
    this.#sources = [calls, connections, webhooks];
  }

  async run(ctx: RequestContext, now: Date, signal: AbortSignal): Promise<void> {
    for (const workspaceId of await this.workspaces(ctx, now)) {
      if (signal.aborted) return;
      await this.review(systemContext({ actor: 'voice.alerts', workspaceId, requestId: ctx.requestId }), now);
    }
  }

  /** What fails in one workspace, or of one kind, keeps nothing else from its turn. */
  private async review(ctx: RequestContext, now: Date): Promise<void> {
    const steps = [
      ...this.#sources.map((source) => () => source.review(ctx, now)),
      () => this.alerts.deleteOutdated(ctx),
    ];
    for (const step of steps) {
      await step().catch((error: unknown) => {
        this.log.error('voice.alerts.review_failed', { workspaceId: ctx.workspaceId, error });
      });
    }
  }

  private async workspaces(ctx: RequestContext, now: Date): Promise<Set<string>> {
    const intake = systemContext({ actor: 'voice.alerts', access: 'intake', requestId: ctx.requestId });
    const rows = await this.unitOfWork.run(intake, (tx) => sql<{ id: string }>(tx, watched, [now]));
    return new Set([...rows.map(({ id }) => id), ...(await this.states.workspacesWithExpired(intake))]);
  }
}
