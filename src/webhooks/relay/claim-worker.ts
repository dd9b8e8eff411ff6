import { Injectable } from '@nestjs/common';
import { Config } from '../../kernel/config/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import type { StoredEvent, WebhookSourceContract } from '../webhook-source.js';
import { WebhookSourceRegistry } from '../webhook-source.registry.js';
import { webhooksConfig } from '../webhooks.config.js';
import { ClaimedEvents, type ClaimedRow, type ClaimReference } from './claimed-events.js';
import { failureText, isConflictFailure, isInfrastructureFailure, retryDelaySeconds } from './failure.js';
import { WorkMeter } from './work-meter.js';

/** Milliseconds to wait before each try to give a claim back; a database restarts within seconds. */
const giveBackAfterMs = [0, 500, 1_000, 2_000, 4_000];

/** How often a claim is tried whose transaction lost against another one. */
const conflictTries = 4;

/**
 * Works on a claim in one transaction: state check, effects, `PROCESSED`. When that fails it halves the claim until the
 * event at fault stands alone, so that a poison event costs its neighbours nothing but time.
 */
@Injectable()
export class ClaimWorker {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: ClaimedEvents,
    private readonly sources: WebhookSourceRegistry,
    private readonly config: Config,
    private readonly log: AppLogger,
    private readonly meter: WorkMeter,
  ) {}

  async work(ctx: RequestContext, claim: ClaimReference): Promise<void> {
    try {
      await this.attempt(ctx, claim, new Map());
    } catch (error) {
      if (isInfrastructureFailure(error)) await this.giveBack(ctx, claim);
      throw error;
    }
  }

  /** So that events do not come under suspicion for a database that was away. Where this fails too, the lease ends. */
  private async giveBack(ctx: RequestContext, claim: ClaimReference): Promise<void> {
    for (const waitMs of giveBackAfterMs) {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      const isBack = await this.unitOfWork
        .run(ctx, (tx) => this.events.giveBack(tx, claim))
        .then(
          () => true,
          () => false,
        );
      if (isBack) return;
    }
  }

  private async attempt(
    ctx: RequestContext,
    claim: ClaimReference,
    loaded: ReadonlyMap<string, unknown>,
  ): Promise<void> {
    let rows: ClaimedRow[] = [];
    const once = () =>
      this.unitOfWork.run(
        ctx,
        async (tx) => {
          rows = await this.events.read(tx, claim);
          if (rows.length > 0) await this.apply(tx, rows, loaded);
        },
        { plans: 'once' },
      );
    try {
      await againOnConflict(once);
      this.meter.processed(rows);
    } catch (error) {
      if (error instanceof NotLoaded) return this.attempt(ctx, claim, await this.load(ctx, rows));
      if (isInfrastructureFailure(error) || rows.length === 0) throw error;
      await this.isolate(ctx, { claimId: claim.claimId, rows, error }, loaded);
    }
  }

  private async isolate(
    ctx: RequestContext,
    { claimId, rows, error }: { claimId: string; rows: ClaimedRow[]; error: unknown },
    loaded: ReadonlyMap<string, unknown>,
  ): Promise<void> {
    const [alone] = rows;
    if (rows.length === 1 && alone) return this.fail(ctx, { claimId, row: alone, error });
    const middle = rows.length >> 1;
    for (const half of [rows.slice(0, middle), rows.slice(middle)]) {
      await this.attempt(ctx, { claimId, eventIds: half.map(({ id }) => id) }, loaded);
    }
  }

  private async apply(ctx: RequestContext, rows: ClaimedRow[], loaded: ReadonlyMap<string, unknown>): Promise<void> {
    const groups = this.bySource(rows);
    for (const source of groups.keys()) if (source.load && !loaded.has(source.name)) throw new NotLoaded();
    for (const [source, events] of groups) await source.apply(ctx, events, loaded.get(source.name));
    await this.events.finish(ctx, rows, this.config.get(webhooksConfig).bodyRetentionDays);
  }

  /** Vendors are read before the transaction, never inside it; claims of sources that read none cost nothing here. */
  private async load(ctx: RequestContext, rows: readonly ClaimedRow[]): Promise<ReadonlyMap<string, unknown>> {
    const loaded = new Map<string, unknown>();
    for (const [source, events] of this.bySource(rows)) loaded.set(source.name, await source.load?.(ctx, events));
    return loaded;
  }

  private bySource(rows: readonly ClaimedRow[]): Map<WebhookSourceContract, StoredEvent[]> {
    const groups = new Map<WebhookSourceContract, StoredEvent[]>();
    for (const row of rows) {
      const source = this.sources.find(row.source);
      if (!source) throw new Error(`No webhook source is called "${row.source}".`);
      const group = groups.get(source) ?? [];
      group.push(toStoredEvent(row));
      groups.set(source, group);
    }
    return groups;
  }

  private async fail(
    ctx: RequestContext,
    { claimId, row, error }: { claimId: string; row: ClaimedRow; error: unknown },
  ): Promise<void> {
    const failure = {
      claimId,
      error: this.log.redactor.text(failureText(error)),
      delaySeconds: retryDelaySeconds(row.attempts, error),
      attempts: this.config.get(webhooksConfig).attempts,
    };
    const status = await this.unitOfWork.run(ctx, (tx) => this.events.fail(tx, row.id, failure));
    if (!status) return;
    const isDead = status === 'DEAD';
    this.meter.failed(row.source, isDead);
    const fields = { eventId: row.id, requestId: row.requestId, error };
    this.log.warn(isDead ? 'webhook.event.dead' : 'webhook.event.failed', fields);
  }
}

/** Ends a transaction that nothing was written in, so that a vendor can be read outside it. */
class NotLoaded extends Error {}

/** Two claims that deadlock over a call: the loser is rolled back, and its next try finds the winner gone. */
async function againOnConflict(work: () => Promise<void>): Promise<void> {
  for (let triesLeft = conflictTries; ; triesLeft -= 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (triesLeft <= 1 || !isConflictFailure(error)) throw error;
    }
  }
}

function toStoredEvent({ id, type, externalId, callKey, receivedAt, body }: ClaimedRow): StoredEvent {
  return { id, type, externalId, callKey, receivedAt, body: body === null ? {} : JSON.parse(body) };
}
