import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { splitGlobalId } from '../../kernel/graphql/index.js';
import type { CalendarAccount } from '../accounts/calendar-account.js';
import { CalendarAccounts } from '../accounts/calendar-accounts.service.js';
import { appointmentPrefix } from '../appointments/appointment-id.js';
import { findAppointments } from '../appointments/appointment-rows.js';
import { AppointmentSubjects } from '../appointments/appointment-subjects.js';
import { BookingDesk } from '../bookings/booking-desk.js';
import { EventTypes } from '../event-types/event-types.service.js';
import type { CalComBooking } from '../providers/calcom/booking.js';
import { BookingNotFound } from '../providers/calcom/calcom.errors.js';

const readLimitMs = 8_000;

export interface OwnBooking {
  account: CalendarAccount;
  booking: CalComBooking;
  /** Of the appointment's row; null where Cal.com has not told of it yet. */
  appointmentId: string | null;
}

/**
 * Bookings straight from Cal.com, which shows any of them to whoever knows its uid: those of the workspace only. These are
 * bookings that stand here, and bookings of the workspace's own event types.
 */
@Injectable()
export class CalComBookings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: CalendarAccounts,
    private readonly eventTypes: EventTypes,
    private readonly subjects: AppointmentSubjects,
    private readonly desk: BookingDesk,
  ) {}

  /**
   * @param reference An appointment's id here, or the booking's uid at Cal.com.
   * @throws BookingNotFound, AppointmentNotFound, AppointmentClosed, CalendarNotConnected, HttpFailure
   */
  async read(ctx: RequestContext, reference: string): Promise<OwnBooking> {
    const id = await this.idOf(ctx, reference);
    if (id === null) return this.readUnknown(ctx, reference);
    const { appointment, account } = await this.subjects.require(ctx, id);
    return { account, booking: await get(account, appointment.calUid), appointmentId: id };
  }

  /** The appointment behind a reference, whose row is made where there is none yet. @throws as `read` */
  async requireAppointment(ctx: RequestContext, reference: string): Promise<string> {
    const id = await this.idOf(ctx, reference);
    if (id !== null) return id;
    const { account, booking } = await this.readUnknown(ctx, reference);
    const reached = {
      kind: 'reached' as const,
      accountId: account.id,
      bookings: [booking],
      calUid: booking.uid,
      attemptId: null,
    };
    return (await this.unitOfWork.run(ctx, (tx) => this.desk.record(tx, reached))).id;
  }

  private async idOf(ctx: RequestContext, reference: string): Promise<string | null> {
    const parts = splitGlobalId(reference);
    if (parts?.prefix === appointmentPrefix) return parts.id;
    if (!/^[\w-]{1,100}$/.test(reference)) throw new BookingNotFound();
    const [known] = await this.unitOfWork.run(ctx, (tx) => findAppointments(tx, [reference]));
    return known?.deletedAt === null ? known.id : null;
  }

  private async readUnknown(ctx: RequestContext, uid: string): Promise<OwnBooking> {
    const account = await this.accounts.require(ctx);
    if (account.shared) throw new BookingNotFound();
    const booking = await get(account, uid);
    const own = await this.eventTypes.list(account);
    if (!own.some(({ id }) => id === booking.eventTypeId)) throw new BookingNotFound();
    return { account, booking, appointmentId: null };
  }
}

async function get(account: CalendarAccount, uid: string): Promise<CalComBooking> {
  const { bookings } = account.api({ action: 'read_booking', urgent: true });
  const booking = await bookings.get(uid, { timeoutMs: readLimitMs });
  if (!booking) throw new BookingNotFound();
  return booking;
}
