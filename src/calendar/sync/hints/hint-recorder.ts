import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { afterCommit } from '../../../kernel/database/index.js';
import { AppointmentRecorder } from '../../appointments/appointment-recorder.js';
import type { AnnouncedAppointment } from '../../appointments/settle-appointment.js';
import type { CalComEvent } from '../../providers/calcom/webhook/calcom-event.js';
import { BookingNotRead } from '../../providers/calcom/webhook/calcom-webhook.errors.js';
import { readAnnouncement } from '../../providers/calcom/webhook/read-announcement.js';
import { AccountStates } from '../recording/account-states.repository.js';
import { BookingRecorder, type ReadBooking } from '../recording/booking-recorder.js';
import type { BookingReading } from './booking-reading.js';
import { hintAgrees } from './hint-agrees.js';
import { LookAgain } from './look-again.js';
import { paymentsIn } from './payments-in.js';

type Readings = ReadonlyMap<string, BookingReading>;

/** Records what was read of the bookings that events name. */
@Injectable()
export class HintRecorder {
  constructor(
    private readonly bookings: BookingRecorder,
    private readonly appointments: AppointmentRecorder,
    private readonly states: AccountStates,
    private readonly lookAgain: LookAgain,
  ) {}

  /**
   * @param tx the unit of work whose commit also marks the events as processed.
   * @throws BookingNotRead when one of them could not be asked for: then it waits, and the others go their way.
   */
  async record(
    tx: RequestContext,
    events: readonly (CalComEvent & { receivedAt: Date })[],
    loaded: Readings,
  ): Promise<void> {
    const readings = belongingTo(events, loaded);
    for (const reading of readings.values()) {
      if (reading.kind === 'failed') throw new BookingNotRead(reading.error);
    }
    const payments = paymentsIn(events);
    const read = [...readings].flatMap(([uid, reading]): ReadBooking[] =>
      reading.kind === 'read' ? [{ ...reading, payment: payments.get(uid) }] : [],
    );
    const { byUid } = await this.bookings.record(tx, read, 'webhook');
    await this.miss(tx, readings);
    await this.announce(tx, events, { readings, payments });
    await this.hear(tx, events, readings);
    const behind = events.filter((event) => !hintAgrees(event, readings)).map(({ uid }) => byUid.get(uid ?? '')?.id);
    const ids = [...new Set(behind.filter((id) => id !== undefined))];
    if (ids.length > 0) afterCommit(tx, () => this.lookAgain.at(tx, ids, 0));
  }

  private async miss(tx: RequestContext, readings: Readings): Promise<void> {
    const missing = [...readings].flatMap(([uid, reading]) =>
      reading.kind === 'missing' ? [{ uid, ...reading }] : [],
    );
    for (const { uid, readAt } of missing) await this.appointments.miss(tx, [uid], readAt);
  }

  /** Where nobody can be asked, what the events say has to do. */
  private async announce(
    tx: RequestContext,
    events: readonly CalComEvent[],
    { readings, payments }: { readings: Readings; payments: ReturnType<typeof paymentsIn> },
  ): Promise<void> {
    const told = events.flatMap((event): AnnouncedAppointment[] => {
      const reading = readings.get(event.uid ?? '');
      const announcement = reading?.kind === 'closed' && event.sentAt ? readAnnouncement(event) : null;
      if (!announcement || !event.sentAt || reading?.kind !== 'closed') return [];
      const { facts: announced, absent } = announcement;
      const payment = payments.get(announced.calUid);
      return [{ provider: 'CAL_COM', accountId: reading.accountId, announced, absent, saidAt: event.sentAt, payment }];
    });
    await this.appointments.record(tx, told);
  }

  private async hear(tx: RequestContext, events: readonly { receivedAt: Date }[], readings: Readings): Promise<void> {
    const latest = new Date(Math.max(...events.map(({ receivedAt }) => receivedAt.getTime())));
    const accountIds = [...readings.values()].flatMap((each) => ('accountId' in each ? each.accountId : []));
    for (const accountId of [...new Set(accountIds)].sort()) await this.states.hear(tx, accountId, latest);
  }
}

/** What was read because of these events, and not because of others of their claim. */
function belongingTo(events: readonly CalComEvent[], loaded: Readings): Readings {
  const own = new Map<string, BookingReading>();
  const left = events.flatMap(({ uid, previousUid }) => [uid, previousUid].filter((each) => each !== null));
  for (let uid = left.pop(); uid !== undefined; uid = left.pop()) {
    const reading = loaded.get(uid);
    if (!reading || own.has(uid)) continue;
    own.set(uid, reading);
    if (reading.kind !== 'read') continue;
    const { rescheduledFromUid, rescheduledToUid, recurringBookingUid } = reading.booking;
    left.push(...[rescheduledFromUid, rescheduledToUid, recurringBookingUid].filter((each) => each !== null));
    if (recurringBookingUid !== null) left.push(...occurrencesIn(loaded, recurringBookingUid));
  }
  return own;
}

function occurrencesIn(loaded: Readings, seriesUid: string): string[] {
  return [...loaded].flatMap(([uid, reading]) =>
    reading.kind === 'read' && reading.booking.recurringBookingUid === seriesUid ? [uid] : [],
  );
}
