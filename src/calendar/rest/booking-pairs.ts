import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { toAppointmentId } from '../appointments/appointment-id.js';
import { isSlotTaken } from '../appointments/graphql/booking-results.type.js';
import { AppointmentChanges } from './appointment-changes.js';
import { CalComBookings, type OwnBooking } from './calcom-bookings.js';
import { PairIncomplete, type PairAnswer, type PairHandler, type PairRequest } from './pair.js';

/** What `appointment` does, seen with Cal.com's eyes. */
@Injectable()
export class BookingPairs implements PairHandler {
  readonly rights = ['calendar:read', 'calendar:write'] as const;

  constructor(
    private readonly bookings: CalComBookings,
    private readonly changes: AppointmentChanges,
  ) {}

  async read(ctx: RequestContext, asked: PairRequest): Promise<PairAnswer> {
    return { data: present(await this.bookings.read(ctx, referenceOf(asked))) };
  }

  async write(ctx: RequestContext, asked: PairRequest): Promise<PairAnswer> {
    const result = await this.changes.book(ctx, asked);
    return isSlotTaken(result) ? { taken: result } : this.show(ctx, result.id);
  }

  async update(ctx: RequestContext, asked: PairRequest): Promise<PairAnswer> {
    const id = await this.bookings.requireAppointment(ctx, referenceOf(asked));
    const result = await this.changes.change(ctx, id, asked);
    return isSlotTaken(result) ? { taken: result } : this.show(ctx, result.id);
  }

  async delete(ctx: RequestContext, asked: PairRequest): Promise<PairAnswer> {
    const id = await this.bookings.requireAppointment(ctx, referenceOf(asked));
    return this.show(ctx, (await this.changes.cancel(ctx, id, asked)).id);
  }

  private async show(ctx: RequestContext, appointmentId: string): Promise<PairAnswer> {
    return { data: present(await this.bookings.read(ctx, appointmentId)) };
  }
}

/** @throws PairIncomplete */
function referenceOf({ appointmentId }: PairRequest): string {
  if (appointmentId !== undefined) return appointmentId;
  throw new PairIncomplete('appointmentId', {
    en: 'Say which booking: appointmentId, the id of the appointment here or the uid of the booking at Cal.com.',
    fr: 'Indiquez la réservation : appointmentId, l’identifiant du rendez-vous ici ou l’uid de la réservation chez Cal.com.',
  });
}

/** Without the ids of seats: whoever knows one can give it up. */
function present({ booking, appointmentId }: OwnBooking): object {
  const { seatUid: _seat, attendees, ...fields } = booking;
  return {
    appointmentId: appointmentId && toAppointmentId(appointmentId),
    ...fields,
    attendees: attendees.map(({ seatUid: _own, metadata: _metadata, ...attendee }) => attendee),
  };
}
