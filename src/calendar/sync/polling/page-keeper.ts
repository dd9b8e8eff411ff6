import { Injectable } from '@nestjs/common';
import { deploymentWorkspaceId, type RequestContext } from '../../../kernel/context/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import { AppLogger } from '../../../kernel/observability/index.js';
import { isInfrastructureFailure } from '../../../webhooks/index.js';
import type { CalendarAccount } from '../../accounts/calendar-account.js';
import { findAppointments } from '../../appointments/appointment-rows.js';
import type { Appointment } from '../../appointments/appointment.js';
import type { CalComBooking } from '../../providers/calcom/booking.js';
import { DoubleBookings } from '../attempts/double-bookings.js';
import { groupBy } from '../group-by.js';
import { BookingOwners, cluesOf } from '../recording/booking-owners.js';
import { BookingRecorder } from '../recording/booking-recorder.js';
import type { SyncOrigin } from '../recording/sync-counts.repository.js';
import { AccountScope } from './account-scope.js';

export interface PageOrigin {
  account: CalendarAccount;
  readAt: Date;
  origin: SyncOrigin;
}

/** Keeps what was read of an account, each booking in the workspace that it belongs to. */
@Injectable()
export class PageKeeper {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly owners: BookingOwners,
    private readonly scope: AccountScope,
    private readonly recorder: BookingRecorder,
    private readonly doubles: DoubleBookings,
    private readonly log: AppLogger,
  ) {}

  /** Outside any unit of work. @throws HttpFailure */
  async keep(ctx: RequestContext, bookings: readonly CalComBooking[], from: PageOrigin): Promise<void> {
    const parts = from.account.shared
      ? await this.byOwner(bookings, from.account)
      : new Map([[ctx.workspaceId, await this.own(ctx, bookings, from.account)]]);
    for (const [workspaceId, part] of parts) {
      const owner = { ...ctx, workspaceId };
      await this.doubles.resolve(owner, from.account, await this.record(owner, part, from));
    }
  }

  private async byOwner(
    bookings: readonly CalComBooking[],
    account: CalendarAccount,
  ): Promise<Map<string, CalComBooking[]>> {
    const owners = await this.owners.find(account.id, bookings.map(cluesOf));
    return groupBy(bookings, ({ uid }) => owners.get(uid) ?? deploymentWorkspaceId);
  }

  /** What stands here already is the account's, whatever became of its event type. */
  private async own(
    ctx: RequestContext,
    bookings: readonly CalComBooking[],
    account: CalendarAccount,
  ): Promise<CalComBooking[]> {
    if (bookings.length === 0) return [];
    const scope = await this.scope.of(account);
    const others = bookings.filter((booking) => !scope.includes(booking)).map(({ uid }) => uid);
    const rows = others.length > 0 ? await this.unitOfWork.run(ctx, (tx) => findAppointments(tx, others)) : [];
    const known = new Set(rows.map(({ calUid }) => calUid));
    return bookings.filter((booking) => scope.includes(booking) || known.has(booking.uid));
  }

  /** One booking that cannot be recorded does not keep the others out. @returns what stands here now, changed or not. */
  private async record(
    ctx: RequestContext,
    bookings: readonly CalComBooking[],
    from: PageOrigin,
  ): Promise<readonly Appointment[]> {
    if (bookings.length === 0) return [];
    const { account, readAt, origin } = from;
    const read = bookings.map((booking) => ({ accountId: account.id, booking, readAt }));
    try {
      return await this.unitOfWork.run(ctx, async (tx) => [
        ...(await this.recorder.record(tx, read, origin)).byUid.values(),
      ]);
    } catch (error) {
      if (isInfrastructureFailure(error)) throw error;
      if (bookings.length === 1) {
        this.log.error('vapi_cal.error', { doing: origin, workspaceId: ctx.workspaceId, error });
        return [];
      }
      const middle = bookings.length >> 1;
      const [first, second] = [bookings.slice(0, middle), bookings.slice(middle)];
      return [...(await this.record(ctx, first, from)), ...(await this.record(ctx, second, from))];
    }
  }
}
