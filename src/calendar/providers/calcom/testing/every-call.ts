import { Secret } from '../../../../kernel/config/index.js';
import type { CalComApi } from '../calcom-api.js';
import { bookingReplyOf } from './replies.js';

/** One way to use the API, and what Cal.com would answer. */
export interface ApiUse {
  name: string;
  go(api: CalComApi): Promise<unknown>;
  /** What is asked: `POST /v2/bookings`. */
  asks: string;
  version: string | undefined;
  data: unknown;
}

const start = new Date('2026-12-04T19:00:00.000Z');
const to = new Date('2026-12-11T19:00:00.000Z');
const uid = 'booking_uid_1';
const attendee = { name: 'M. Dupont', timeZone: 'Europe/Paris', phoneNumber: '+33612345678', language: 'fr' } as const;
const wish = {
  url: 'https://hooks.example.com/cal/1',
  triggers: ['BOOKING_CREATED'],
  secret: new Secret('webhook-secret'),
  active: true,
};
const subscription = { id: 'd1f1', subscriberUrl: wish.url, triggers: wish.triggers, active: true, secret: null };
const member = { id: 5, email: 'lea@legourmet.example', username: 'lea', name: null, timeZone: 'Europe/Paris' };
const eventType = { id: 101, slug: 'table', title: 'Table', lengthInMinutes: 90 };
const reservation = { reservationUid: 'r1', slotStart: start.toISOString(), slotEnd: to.toISOString() };

const bookingUses: Omit<ApiUse, 'version' | 'data'>[] = [
  { name: 'a booking', go: (api) => api.bookings.get(uid), asks: 'GET /v2/bookings/booking_uid_1' },
  { name: 'a seat’s booking', go: (api) => api.bookings.getBySeat('s1'), asks: 'GET /v2/bookings/by-seat/s1' },
  {
    name: 'an order with all that it can have',
    go: (api) =>
      api.bookings.create({
        eventTypeId: 101,
        start,
        attendee: { ...attendee, email: 'dupont@example.com' },
        guests: ['marie@example.com'],
        location: { type: 'attendeePhone', phone: '+33612345678' },
        lengthInMinutes: 90,
        responses: { partySize: 4 },
        metadata: { appointmentId: 'a1' },
      }),
    asks: 'POST /v2/bookings',
  },
  {
    name: 'an order with as little as it can have',
    go: (api) => api.bookings.create({ eventTypeId: 101, start, attendee }),
    asks: 'POST /v2/bookings',
  },
  {
    name: 'an order of a series',
    go: (api) => api.bookings.create({ eventTypeId: 101, start, attendee, recurrenceCount: 3 }),
    asks: 'POST /v2/bookings',
  },
  {
    name: 'another time',
    go: (api) => api.bookings.reschedule(uid, { start, reason: 'Retard', rescheduledBy: 'salle@legourmet.example' }),
    asks: 'POST /v2/bookings/booking_uid_1/reschedule',
  },
  {
    name: 'another time for a seat',
    go: (api) => api.bookings.reschedule(uid, { start, reason: 'Retard', seatUid: 's1' }),
    asks: 'POST /v2/bookings/booking_uid_1/reschedule',
  },
  {
    name: 'a cancellation',
    go: (api) => api.bookings.cancel(uid, { reason: 'Malade' }),
    asks: 'POST /v2/bookings/booking_uid_1/cancel',
  },
  {
    name: 'a cancellation of what is left of a series',
    go: (api) => api.bookings.cancel(uid, { reason: 'Malade', andLater: true }),
    asks: 'POST /v2/bookings/booking_uid_1/cancel',
  },
  {
    name: 'a cancellation of a seat',
    go: (api) => api.bookings.cancel(uid, { reason: 'Malade', seatUid: 's1' }),
    asks: 'POST /v2/bookings/booking_uid_1/cancel',
  },
  { name: 'a confirmation', go: (api) => api.bookings.confirm(uid), asks: 'POST /v2/bookings/booking_uid_1/confirm' },
  {
    name: 'a refusal',
    go: (api) => api.bookings.decline(uid, 'Complet'),
    asks: 'POST /v2/bookings/booking_uid_1/decline',
  },
  {
    name: 'an absence',
    go: (api) => api.bookings.markAbsent(uid, { attendees: [{ email: 'dupont@example.com', absent: true }] }),
    asks: 'POST /v2/bookings/booking_uid_1/mark-absent',
  },
];

const booked = { version: '2024-08-13', data: bookingReplyOf() };
const listed = { asks: 'GET /v2/bookings', version: '2024-08-13', data: [bookingReplyOf()] };
const slots = { version: '2024-09-04' };
const eventTypes = { version: '2024-06-14' };
const plain = { version: undefined };
const organization = { organizationId: 9 };

/** Every request that the API can make. */
export const everyUse: readonly ApiUse[] = [
  ...bookingUses.map((use) => ({ ...use, ...booked })),
  {
    name: 'a page of bookings',
    go: (api) =>
      api.bookings.list({ afterStart: start, beforeEnd: to, attendeeEmail: 'a+b@example.com', eventTypeId: 101 }),
    ...listed,
  },
  {
    name: 'a page of changed bookings',
    go: (api) => api.bookings.list({ afterUpdatedAt: start, sort: 'updatedAt', take: 250, skip: 250 }),
    ...listed,
  },
  {
    name: 'free slots',
    go: (api) => api.slots.find({ eventTypeId: 101, from: start, to, timeZone: 'Europe/Paris' }),
    asks: 'GET /v2/slots',
    data: { '2026-12-04': [{ start: '2026-12-04T20:00:00.000+01:00', end: '2026-12-04T21:30:00.000+01:00' }] },
    ...slots,
  },
  {
    name: 'free slots of one length for a booking that moves',
    go: (api) =>
      api.slots.find({
        eventTypeId: 101,
        from: start,
        to,
        timeZone: 'Europe/Paris',
        duration: 60,
        bookingUidToReschedule: uid,
      }),
    asks: 'GET /v2/slots',
    data: {},
    ...slots,
  },
  {
    name: 'a reservation',
    go: (api) => api.slots.reserve({ eventTypeId: 101, start, durationMinutes: 90, holdMinutes: 10 }),
    asks: 'POST /v2/slots/reservations',
    data: reservation,
    ...slots,
  },
  {
    name: 'the end of a reservation',
    go: (api) => api.slots.release('r1'),
    asks: 'DELETE /v2/slots/reservations/r1',
    data: undefined,
    ...slots,
  },
  {
    name: 'event types',
    go: (api) => api.eventTypes.list(),
    asks: 'GET /v2/event-types',
    data: [eventType],
    ...eventTypes,
  },
  {
    name: 'an event type',
    go: (api) => api.eventTypes.get(101),
    asks: 'GET /v2/event-types/101',
    data: eventType,
    ...eventTypes,
  },
  {
    name: 'schedules',
    go: (api) => api.schedules(),
    asks: 'GET /v2/schedules',
    version: '2024-06-11',
    data: [{ id: 1, name: 'Salle', timeZone: 'Europe/Paris', isDefault: true, availability: [], overrides: [] }],
  },
  { name: 'the account', go: (api) => api.me(), asks: 'GET /v2/me', data: { id: 7, username: 'le-gourmet' }, ...plain },
  { name: 'teams', go: (api) => api.eventTypes.listOfTeams(), asks: 'GET /v2/teams', data: [], ...plain },
  {
    name: 'webhooks',
    go: (api) => api.webhooks.list(),
    asks: 'GET /v2/webhooks',
    data: [subscription],
    ...plain,
  },
  {
    name: 'a new webhook',
    go: (api) => api.webhooks.create(wish),
    asks: 'POST /v2/webhooks',
    data: subscription,
    ...plain,
  },
  {
    name: 'a webhook that changes',
    go: (api) => api.webhooks.update('d1f1', { triggers: ['BOOKING_CANCELLED'], active: true }),
    asks: 'PATCH /v2/webhooks/d1f1',
    data: subscription,
    ...plain,
  },
  {
    name: 'a webhook’s end',
    go: (api) => api.webhooks.delete('d1f1'),
    asks: 'DELETE /v2/webhooks/d1f1',
    data: subscription,
    ...plain,
  },
  {
    name: 'members',
    go: (api) => api.members(organization).find(['lea@legourmet.example', 'max@legourmet.example']),
    asks: 'GET /v2/organizations/9/users',
    data: [member],
    ...plain,
  },
  {
    name: 'a new member',
    go: (api) => api.members(organization).create({ email: member.email, username: 'lea', timeZone: 'Europe/Paris' }),
    asks: 'POST /v2/organizations/9/users',
    data: member,
    ...plain,
  },
  {
    name: 'a member who changes',
    go: (api) => api.members(organization).update(5, { timeZone: 'Europe/Rome' }),
    asks: 'PATCH /v2/organizations/9/users/5',
    data: member,
    ...plain,
  },
];
