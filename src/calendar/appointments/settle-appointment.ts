import { uuidv7 } from '../../kernel/context/index.js';
import { outranksKnown } from './event-order.js';
import type { Appointment, AppointmentFacts, AppointmentLinks, CalendarProvider } from './appointment.js';

interface Told {
  provider: CalendarProvider;
  accountId: string;
  links?: Partial<AppointmentLinks> | undefined;
  /** Once paid, always paid: only an event says so, the calendar's own record does not. */
  payment?: { paymentId: string | null } | undefined;
}

/** What was read of an appointment, where, and what else is known of it. */
export interface ReadAppointment extends Told {
  facts: AppointmentFacts;
  /** When the calendar was asked; for what was written there, when it had answered. Now unless given. */
  readAt?: Date | undefined;
}

/** What an event says of an appointment that cannot be read, as far as it says anything. */
export interface AnnouncedAppointment extends Told {
  announced: Pick<AppointmentFacts, 'calUid'> & Partial<AppointmentFacts>;
  saidAt: Date;
  /** Who did not come, or did after all, by e-mail address. */
  absent?: ReadonlyMap<string, boolean> | undefined;
}

export type ToldAppointment = ReadAppointment | AnnouncedAppointment;

/**
 * What a reading makes of an appointment. Of two readings the one that tells of the later change counts; where they tell of
 * the same one, that which was asked for later, since seats and absences change without a trace in the booking's own row.
 * So neither order nor repetition matters. What an event says stands until the calendar can be read.
 *
 * @returns null when nothing changes.
 */
export function settleAppointment(
  workspaceId: string,
  known: Appointment | undefined,
  told: ToldAppointment,
): Appointment | null {
  if (!known) return newAppointment(workspaceId, told);
  // Whoever was in it has been erased; reading it again would bring that back.
  if (known.accountId === null) return null;
  const facts = 'facts' in told ? readFacts(known, told) : announcedFacts(known, told);
  const settled = { ...known, ...facts, ...additions(known, told) };
  return isSame(known, settled) ? null : settled;
}

/** Whether there is no difference but when it was last seen. */
export function isSameButSeen(a: Appointment, b: Appointment): boolean {
  return isSame({ ...a, lastSeenAt: null }, { ...b, lastSeenAt: null });
}

function newAppointment(workspaceId: string, told: ToldAppointment): Appointment | null {
  const { provider, accountId, links, payment } = told;
  const facts = 'facts' in told ? told.facts : wholeFacts(told);
  if (!facts) return null;
  const id = uuidv7();
  return {
    ...{ callId: null, contactId: null, attemptId: null, notes: null, ...links },
    ...facts,
    ...{ id, workspaceId, provider, accountId, chainId: id },
    paid: payment !== undefined,
    paymentId: payment?.paymentId ?? null,
    lastSeenAt: 'facts' in told ? (told.readAt ?? new Date()) : null,
    toldAt: 'facts' in told ? null : told.saidAt,
    missedAt: null,
    deletedAt: null,
    updatedAt: new Date(),
  };
}

/** An event that leaves out what every appointment has makes none. */
function wholeFacts({ announced, saidAt }: AnnouncedAppointment): AppointmentFacts | null {
  const { title, start, end, status, vendorStatus, organizerName } = announced;
  if (!title || !start || !end || !status || !vendorStatus || !organizerName) return null;
  return {
    ...nothingSaid,
    createdAt: saidAt,
    ...announced,
    ...{ title, start, end, status, vendorStatus, organizerName },
  };
}

const nothingSaid = {
  calId: null,
  eventTypeId: null,
  description: null,
  location: null,
  noShow: false,
  organizerId: null,
  organizerEmail: null,
  attendees: [],
  responses: {},
  metadata: {},
  cancellationReason: null,
  seated: false,
  seriesUid: null,
  icalUid: null,
  rescheduledFromUid: null,
  rescheduledToUid: null,
  sourceUpdatedAt: null,
};

function readFacts(
  known: Appointment,
  { accountId, facts, readAt = new Date() }: ReadAppointment,
): Partial<Appointment> {
  if (isOlder(known, facts, readAt)) return {};
  const isBack = known.missedAt === null || readAt > known.missedAt;
  return { ...facts, accountId, lastSeenAt: readAt, toldAt: null, ...(isBack && { missedAt: null, deletedAt: null }) };
}

function isOlder(known: Appointment, { sourceUpdatedAt }: AppointmentFacts, readAt: Date): boolean {
  // The event was sent after the question, and knows what the answer cannot.
  if (known.toldAt !== null && readAt < known.toldAt) return true;
  if (known.lastSeenAt === null) return false;
  // What was never changed is older than any change.
  const [was, is] = [known.sourceUpdatedAt?.getTime() ?? 0, sourceUpdatedAt?.getTime() ?? 0];
  return is === was ? readAt < known.lastSeenAt : is < was;
}

function announcedFacts(known: Appointment, told: AnnouncedAppointment): Partial<Appointment> {
  const { announced, saidAt, absent } = told;
  // Where it came from never changes, and only one of its events tells.
  const rescheduledFromUid = known.rescheduledFromUid ?? announced.rescheduledFromUid ?? null;
  if (!outranksKnown(known, { status: announced.status, saidAt })) return { rescheduledFromUid };
  const attendees = absent
    ? known.attendees.map((each) => ({ ...each, absent: absent.get(each.email ?? '') ?? each.absent }))
    : (announced.attendees ?? known.attendees);
  const noShow = attendees.some((each) => each.absent);
  return { ...announced, rescheduledFromUid, attendees, noShow, toldAt: saidAt };
}

function additions(known: Appointment, { links = {}, payment }: ToldAppointment): Partial<Appointment> {
  return {
    callId: known.callId ?? links.callId ?? null,
    contactId: known.contactId ?? links.contactId ?? null,
    attemptId: known.attemptId ?? links.attemptId ?? null,
    notes: links.notes ?? known.notes,
    ...(payment && { paid: true, paymentId: known.paymentId ?? payment.paymentId }),
  };
}

function isSame(a: Appointment, b: Appointment): boolean {
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

/** Keys in one order: what PostgreSQL gives back of JSON is not in the order that was written. */
function canonical(value: unknown): unknown {
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(canonical);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, canonical(each)]),
  );
}
