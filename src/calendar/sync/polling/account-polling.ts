import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import { AppLogger } from '../../../kernel/observability/index.js';
import type { CalendarAccount } from '../../accounts/calendar-account.js';
import { AccountStates } from '../recording/account-states.repository.js';
import { BookingOwners } from '../recording/booking-owners.js';
import { orderedPages, type PagePlan } from './ordered-pages.js';
import { PageKeeper } from './page-keeper.js';
import { sweepWindow, type SweepWindow } from './sweep-windows.js';
import { UnseenAppointments } from './unseen-appointments.js';

interface PollRun {
  /** Ends it between two pages. */
  signal?: AbortSignal | undefined;
}

/** Covers clocks that differ, and changes of the same moment. */
const overlapMs = 10 * 60_000;
/** Of an account in which nothing has ever changed: how far Cal.com's clock may be behind ours. */
const skewMs = 3_600_000;

/**
 * Reads an account without waiting to be told: Cal.com sends each webhook once, and what is lost is never sent again.
 *
 * @throws what keeps Cal.com from being read, each method; what was read by then is kept.
 */
@Injectable()
export class AccountPolling {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly states: AccountStates,
    private readonly owners: BookingOwners,
    private readonly pages: PageKeeper,
    private readonly unseen: UnseenAppointments,
    private readonly log: AppLogger,
  ) {}

  /** What has changed since the last time. The mark moves only when all of it was read. */
  async delta(ctx: RequestContext, account: CalendarAccount, { signal }: PollRun = {}): Promise<void> {
    const began = new Date();
    const mark = await this.unitOfWork.run(ctx, (tx) => this.states.highWater(tx, account.id));
    // What was never changed has no time of change, by which it could be found.
    if (!mark) await this.sweep(ctx, account, { ...sweepWindow('night', began), signal });
    const from = new Date((mark ?? began).getTime() - overlapMs);
    let latest = mark ?? new Date(began.getTime() - skewMs);
    for await (const { bookings, readAt } of this.read(account, { by: 'updatedAt', from }, 'delta')) {
      await this.pages.keep(ctx, bookings, { account, readAt, origin: 'delta' });
      for (const { updatedAt } of bookings) if (updatedAt && updatedAt > latest) latest = updatedAt;
      if (signal?.aborted) return;
    }
    await this.unitOfWork.run(ctx, (tx) => this.states.advance(tx, account.id, latest));
    await this.note(ctx, account, 'delta');
  }

  /**
   * Everything in a window of time. It finds what leaves no trace among the changes: seats, absences, bookings that have no
   * time of change, and those that are gone.
   */
  async sweep(
    ctx: RequestContext,
    account: CalendarAccount,
    { from, to, signal }: SweepWindow & PollRun,
  ): Promise<void> {
    const began = new Date();
    const plan = { by: 'start', from, beforeEnd: to } as const;
    for await (const { bookings, readAt } of this.read(account, plan, 'sweep')) {
      await this.pages.keep(ctx, bookings, { account, readAt, origin: 'sweep' });
      if (signal?.aborted) return;
    }
    await this.unseen.check(ctx, account, { from, to, began });
    await this.note(ctx, account, 'sweep');
  }

  private async *read(account: CalendarAccount, plan: PagePlan, kind: 'delta' | 'sweep') {
    const { bookings } = account.api({ action: `sync_${kind}`, urgent: false });
    let notUnderstood = 0;
    for await (const page of orderedPages(bookings, plan)) {
      notUnderstood += page.notUnderstood;
      yield page;
    }
    if (notUnderstood > 0) this.log.warn('vapi_cal.error', { doing: kind, notUnderstood });
  }

  /** Each workspace that books in it sees when it was last read. */
  private async note(ctx: RequestContext, account: CalendarAccount, kind: 'delta' | 'sweep'): Promise<void> {
    const others = account.shared ? await this.owners.workspacesOf(account.id) : [];
    for (const workspaceId of new Set([ctx.workspaceId, ...others])) {
      await this.unitOfWork.run({ ...ctx, workspaceId }, (tx) => this.states.poll(tx, account.id, kind));
    }
  }
}
