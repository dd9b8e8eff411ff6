import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Pool } from 'pg';
import { Config } from '../../kernel/config/index.js';
import { systemContext } from '../../kernel/context/index.js';
import { createRolePool, databaseConfig } from '../../kernel/database/index.js';
import { Drain } from '../../kernel/lifecycle/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import { Jobs } from '../../kernel/queue/index.js';
import { webhooksConfig } from '../webhooks.config.js';
import { buryUnfinished, claimRows, claimSuspect, largestClaim, wakeRetries, type Claim } from './claim-rows.js';
import { processClaimJob } from './claim.job.js';

/** Milliseconds between two looks for pending events: while they come, at most, and when none has come for a while. */
const pace = { busy: 12, loaded: 60, idle: 60, afterFailure: 1_000 };
/** Looks without a find after which the relay slows down. */
const idleAfter = 80;
/** Workspaces served in one look. */
const claimsPerLook = 8;
/** Claims handed out and not yet done, beyond which the relay leaves the rest in the table. */
const mostOutstanding = 16;
const firstWorkspace = '00000000-0000-0000-0000-000000000000';
/** An event that was claimed this often and never finished is given up. */
const buriedAfter = 12;
/** Looks between two searches for such events, and for failed ones whose time has come. */
const looksBetween = { burials: 1_000, retries: 20 };

/** A claim costs what thirty events do, so under load claims are made larger instead of more frequent. */
function paceAfter(found: number): number {
  return Math.min(pace.loaded, pace.busy + found);
}

/**
 * Hands pending events to BullMQ, fairly per workspace. The row is the truth and the outbox; the job only carries the
 * claim. Any number of relays may run: they skip each other's rows.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap {
  readonly #pool: Pool;
  #running = false;
  #loop: Promise<void> = Promise.resolve();
  #cursor = firstWorkspace;
  #emptyLooks = 0;
  #isBehind = false;
  #looks = 0;
  #wake: (() => void) | undefined;

  constructor(
    private readonly config: Config,
    private readonly jobs: Jobs,
    private readonly log: AppLogger,
    drain: Drain,
  ) {
    this.#pool = createRolePool({
      url: config.get(databaseConfig).url,
      role: 'ab_intake',
      max: 1,
      applicationName: 'agent-builder relay',
      // The table may have been empty when its statistics were taken, and a claim is small beside a day's events: by index,
      // row by row, is always the right way in. A hash join reads the whole table for each claim.
      settings: {
        enable_seqscan: 'off',
        enable_bitmapscan: 'off',
        enable_hashjoin: 'off',
        enable_mergejoin: 'off',
        // To plan the claim anew on every look would take longer than to run it.
        plan_cache_mode: 'force_generic_plan',
      },
    });
    drain.during('intake', 'webhooks.relay', () => this.stop());
    drain.during('connections', 'webhooks.relay', () => this.#pool.end());
  }

  onApplicationBootstrap(): void {
    this.#running = true;
    this.#loop = this.run();
  }

  /** Claims no more; what is claimed is a job already, or comes back with its lease. */
  async stop(): Promise<void> {
    this.#running = false;
    this.#wake?.();
    await this.#loop;
  }

  private async run(): Promise<void> {
    while (this.#running) {
      try {
        const found = await this.look();
        this.#emptyLooks = found > 0 ? 0 : this.#emptyLooks + 1;
        await this.noteBacklog(found >= largestClaim);
        if (!this.#isBehind) await this.pause(this.#emptyLooks > idleAfter ? pace.idle : paceAfter(found));
      } catch (error) {
        this.log.warn('webhook.relay.failed', { error });
        await this.pause(pace.afterFailure);
      }
    }
  }

  /** @returns how many events were handed out. */
  private async look(): Promise<number> {
    this.#looks += 1;
    if (this.#looks % looksBetween.burials === 0) await this.bury();
    if (this.#looks % looksBetween.retries === 0) await this.#pool.query(wakeRetries);
    if (await this.isBackedUp()) return 0;
    const lease = this.config.get(webhooksConfig).claimLeaseSeconds;
    const { rows } = await this.#pool.query<Claim>({ ...claimRows, values: [lease, this.#cursor, claimsPerLook] });
    this.#cursor = rows.length === claimsPerLook ? (rows.at(-1)?.workspaceId ?? firstWorkspace) : firstWorkspace;
    const claims = rows.filter(({ eventIds }) => eventIds.length > 0);
    if (claims.length === 0) {
      claims.push(...(await this.#pool.query<Claim>({ ...claimSuspect, values: [lease] })).rows);
    }
    await Promise.all(claims.map((claim) => this.handOut(claim)));
    return claims.reduce((sum, { eventIds }) => sum + eventIds.length, 0);
  }

  private async handOut({ workspaceId, claimId, eventIds, traceparent }: Claim): Promise<void> {
    const ctx = systemContext({ actor: 'webhooks.relay', workspaceId, traceparent: traceparent ?? undefined });
    await this.jobs.add(ctx, processClaimJob, { claimId, eventIds });
  }

  /** Asked only under load: a look that finds little cannot have filled the queue. */
  private async isBackedUp(): Promise<boolean> {
    if (this.#emptyLooks > 0) return false;
    return (await this.jobs.waiting(processClaimJob)) >= mostOutstanding;
  }

  /** A plan that was made for a table of some rows is not the one for a backlog: when one begins, it is made anew. */
  private async noteBacklog(isBehind: boolean): Promise<void> {
    if (isBehind && !this.#isBehind) await this.#pool.query('DISCARD PLANS');
    this.#isBehind = isBehind;
  }

  private async bury(): Promise<void> {
    const { rowCount } = await this.#pool.query({ ...buryUnfinished, values: [buriedAfter] });
    if (rowCount) this.log.error('webhook.event.dead', { events: rowCount, reason: 'no worker finished them' });
  }

  private pause(milliseconds: number): Promise<void> {
    if (!this.#running) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(done, milliseconds);
      this.#wake = done;
      function done() {
        clearTimeout(timer);
        resolve();
      }
    });
  }
}
