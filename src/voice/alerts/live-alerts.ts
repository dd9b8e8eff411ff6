import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { LiveEvents, liveStream, RowFollower, type LiveSignal } from '../../kernel/events/index.js';
import type { AlertRow } from './alert.repository.js';
import { alertRaised } from './alerts.events.js';
import { Alerts } from './alerts.service.js';
import { toAlertType, type AlertType } from './graphql/alert.type.js';

/** Alerts when they are raised, whichever process finds out. */
@Injectable()
export class LiveAlerts {
  constructor(
    private readonly live: LiveEvents,
    private readonly alerts: Alerts,
  ) {}

  /** Every incident that is raised from now on, once; after a gap in the news, each that was raised meanwhile. */
  raised(ctx: RequestContext): AsyncIterableIterator<{ alertRaised: AlertType }, undefined> {
    const follower = new RowFollower<AlertRow & { uuid: string; version: string }>();
    const signals =
      ctx.access === 'admin'
        ? this.live.subscribeAcrossWorkspaces(alertRaised)
        : this.live.subscribe(alertRaised, ctx.workspaceId);
    const read = async (signal: LiveSignal<{ alertId: string }>): Promise<AlertRow[]> => {
      if (!signal.resync) {
        const alert = await this.alerts.find(ctx, signal.ids.alertId);
        return alert ? [alert] : [];
      }
      const since = follower.resync(signal.reason);
      return since ? this.alerts.raisedSince(ctx, since) : [];
    };
    return liveStream(signals, async (signal) => {
      const rows = (await read(signal)).map((row) => ({ ...row, uuid: row.id, version: 'raised' }));
      return follower.news(rows).map((row) => ({ alertRaised: toAlertType(row, ctx.locale) }));
    });
  }
}
