import { Injectable } from '@nestjs/common';
import { assertWorkspaceEntered, AuditTrail } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { WebhookBodyGone, WebhookEventNotFound } from '../webhooks.errors.js';
import {
  WebhookEventRepository,
  type EventPage,
  type WebhookEventFilter,
  type WebhookEventRow,
} from './webhook-event.repository.js';

/** Reading and replaying what arrived. */
@Injectable()
export class WebhookEventsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: WebhookEventRepository,
    private readonly audit: AuditTrail,
  ) {}

  page(ctx: RequestContext, filter: WebhookEventFilter, page: EventPage): Promise<WebhookEventRow[]> {
    return this.unitOfWork.run(ctx, (tx) => this.events.page(tx, filter, page));
  }

  count(ctx: RequestContext, filter: WebhookEventFilter): Promise<number> {
    return this.unitOfWork.run(ctx, (tx) => this.events.count(tx, filter));
  }

  /** @throws WebhookEventNotFound */
  async get(ctx: RequestContext, id: string): Promise<WebhookEventRow> {
    const [row] = await this.unitOfWork.run(ctx, (tx) => this.events.findByIds(tx, [id]));
    if (!row) throw new WebhookEventNotFound(id);
    return row;
  }

  /**
   * Hands events to the workers again, dead and processed ones too: handlers are idempotent. All or none.
   *
   * @throws WebhookEventNotFound, WebhookBodyGone
   */
  async replay(ctx: RequestContext, ids: readonly string[]): Promise<WebhookEventRow[]> {
    assertWorkspaceEntered(ctx);
    const wanted = [...new Set(ids)];
    return this.unitOfWork.run(ctx, async (tx) => {
      const found = await this.events.findByIds(tx, wanted);
      const missing = wanted.find((id) => !found.some((row) => row.id === id));
      if (missing !== undefined) throw new WebhookEventNotFound(missing);
      const gone = found.filter(({ body }) => body === null);
      if (gone.length > 0) throw new WebhookBodyGone(gone.map(({ id }) => id));
      await this.events.replay(tx, wanted);
      await this.audit.record(tx, { action: 'webhook_events.replayed', details: { eventIds: wanted } });
      return inOrderOf(wanted, await this.events.findByIds(tx, wanted));
    });
  }
}

function inOrderOf(ids: readonly string[], rows: readonly WebhookEventRow[]): WebhookEventRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
