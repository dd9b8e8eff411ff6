import { AppError } from '../../../kernel/errors/index.js';
import type { Answer } from '../../../kernel/http/testing/local-server.js';
import type { CalComApi } from './calcom-api.js';
import { CalComStage, coreRefusal, refusal } from './testing/calcom-stage.js';

const uid = 'booking_uid_1';
const start = new Date('2026-12-04T19:00:00.000Z');
const attendee = { name: 'M. Dupont', timeZone: 'Europe/Paris', email: 'dupont@example.com' };
const create = (api: CalComApi) => api.bookings.create({ eventTypeId: 101, start, attendee });
const reschedule = (api: CalComApi) => api.bookings.reschedule(uid, { start });
const cancel = (api: CalComApi) => api.bookings.cancel(uid, { reason: 'Malade' });
const reserve = (api: CalComApi) => api.slots.reserve({ eventTypeId: 101, start });
const find = (api: CalComApi) =>
  api.slots.find({ eventTypeId: 101, from: start, to: new Date('2026-12-05T00:00:00Z'), timeZone: 'Europe/Paris' });
const invite = (api: CalComApi) => api.members({ organizationId: 9 }).create({ email: 'lea@example.com' });
const secretless = { url: 'https://hooks.example.com', active: true };
const changeWebhook = (api: CalComApi) => api.webhooks.update('d1f1', secretless);

type Case = [outcome: Readonly<Record<string, unknown>>, answer: Answer, use: (api: CalComApi) => Promise<unknown>];

const slot = (why: string) => ({ reason: 'CALENDAR.SLOT_UNAVAILABLE', why });
const tooSoon =
  "The event type can't be booked at the \"start\" time provided. This could be because it's too soon (violating the minimum booking notice) or too far in the future (outside the event's scheduling window).";
const limit = "Attendee with this email can't book because the maximum number of active bookings has been reached.";
const moved = `Can't reschedule booking with uid=${uid} because it has been cancelled and rescheduled already to booking with uid=`;
const field =
  'Missing required booking field response: party-size - it is required by the event type booking fields, but missing in the bookingFieldsResponses.';
const noPlan =
  'AdminAPIAccess is not enabled for this organization. Contact https://cal.com/sales to upgrade your plan.';

const cases: Case[] = [
  [slot('taken'), refusal(400, 'User either already has booking at this time or is not available'), create],
  [slot('taken'), refusal(400, 'One of the hosts either already has booking at this time or is not available'), create],
  [slot('taken'), coreRefusal(409, 'booking_conflict_error'), create],
  [slot('taken'), coreRefusal(409, 'no_available_users_found_error'), create],
  [slot('taken'), coreRefusal(500, 'no_available_users_found_error'), create],
  [slot('taken'), coreRefusal(409, 'fixed_hosts_unavailable_for_booking'), create],
  [slot('taken'), refusal(400, 'User either already has booking at this time or is not available'), reschedule],
  [slot('full'), coreRefusal(409, 'booking_seats_full_error'), create],
  [slot('full'), refusal(409, 'No more seats left at this seated booking.', 'ConflictException'), create],
  [slot('out_of_bounds'), refusal(400, tooSoon), create],
  [slot('out_of_bounds'), refusal(400, tooSoon), reschedule],
  [slot('past'), refusal(400, 'Attempting to book a meeting in the past.'), create],
  [slot('taken'), refusal(422, "Can't reserve a slot if the event is already booked."), reserve],
  [{ reason: 'CALENDAR.ALREADY_SIGNED_UP' }, coreRefusal(409, 'already_signed_up_for_this_booking_error'), create],
  [{ reason: 'CALENDAR.BOOKER_LIMIT_REACHED', bookingUid: null }, refusal(400, limit), create],
  [
    { reason: 'CALENDAR.BOOKER_LIMIT_REACHED', bookingUid: 'other_uid' },
    refusal(400, `${limit} You can reschedule your existing booking (other_uid) to a new timeslot instead.`),
    create,
  ],
  [{ reason: 'CALENDAR.FIELD_MISSING', field: 'party-size' }, refusal(400, field), create],
  [
    { reason: 'CALENDAR.FIELD_MISSING', field: 'party-size' },
    refusal(400, "Missing required booking field response: 'party-size' - it is required"),
    create,
  ],
  [
    { reason: 'CALENDAR.FIELD_REFUSED', field: 'party-size' },
    refusal(400, "Invalid type for booking field 'party-size'. Expected type number, but received string."),
    create,
  ],
  [
    { reason: 'CALENDAR.FIELD_REFUSED', field: 'room' },
    refusal(400, "Invalid option 'attic' for booking field 'room'. Allowed options are: in, out."),
    create,
  ],
  [
    { reason: 'CALENDAR.FIELD_MISSING', field: 'attendeePhoneNumber' },
    refusal(400, 'Missing attendee phone number - it is required by the event type.'),
    create,
  ],
  [{ reason: 'CALENDAR.EVENT_TYPE_NOT_FOUND' }, refusal(404, 'Event type with id 101 not found.'), create],
  [{ reason: 'CALENDAR.EVENT_TYPE_NOT_FOUND' }, refusal(404, 'Event Type not found'), find],
  [{ reason: 'CALENDAR.BOOKING_NOT_FOUND' }, refusal(404, 'Booking not found'), cancel],
  [
    { reason: 'CALENDAR.BOOKING_NOT_FOUND' },
    coreRefusal(500, `Booking with uid=${uid} was not found in the database`),
    reschedule,
  ],
  [
    { reason: 'CALENDAR.OUTCOME_UNKNOWN' },
    coreRefusal(500, 'Booking with uid=new was not found in the database'),
    reschedule,
  ],
  [
    { reason: 'CALENDAR.OUTCOME_UNKNOWN' },
    coreRefusal(500, 'Booking with uid=new was not found in the database'),
    create,
  ],
  [
    { reason: 'CALENDAR.ALREADY_RESCHEDULED', newerUid: 'new_uid' },
    refusal(400, `${moved}new_uid. You probably want`),
    reschedule,
  ],
  [
    { reason: 'CALENDAR.ALREADY_RESCHEDULED', newerUid: null },
    refusal(400, `${moved}undefined. You probably want`),
    reschedule,
  ],
  [
    { reason: 'CALENDAR.ALREADY_CANCELLED' },
    refusal(400, `Can't reschedule booking with uid=${uid} because it has been cancelled. Please provide uid`),
    reschedule,
  ],
  [{ reason: 'CALENDAR.CANNOT_RESCHEDULE' }, coreRefusal(404, 'Could not find original booking'), reschedule],
  [
    { reason: 'CALENDAR.CANNOT_CANCEL', why: 'not_allowed' },
    coreRefusal(400, 'This event type does not allow cancellations'),
    cancel,
  ],
  [
    { reason: 'CALENDAR.CANNOT_CANCEL', why: 'ended' },
    coreRefusal(400, 'Cannot cancel a booking that has already ended'),
    cancel,
  ],
  [{ reason: 'CALENDAR.PLAN_LACKS_ORGANIZATION' }, refusal(403, noPlan, 'ForbiddenException'), invite],
  [{ reason: 'HTTP.RIGHTS_MISSING' }, refusal(403, 'user with id=7 is not an admin', 'ForbiddenException'), invite],
  [{ reason: 'CALENDAR.MEMBER_EXISTS' }, refusal(409, 'A user already exists with that email'), invite],
  [{ reason: 'CALENDAR.MEMBER_EXISTS' }, refusal(400, 'user_already_invited_or_member'), invite],
  [
    { reason: 'CALENDAR.WEBHOOK_EXISTS' },
    refusal(409, 'Webhook with this subscriber url already exists'),
    changeWebhook,
  ],
  [{ reason: 'HTTP.CREDENTIAL_REJECTED' }, refusal(401, 'Invalid API key', 'UnauthorizedException'), create],
];

describe('what Cal.com’s refusals mean', () => {
  let stage: CalComStage;
  beforeAll(async () => {
    stage = await CalComStage.open();
  });
  afterAll(() => stage.close());

  it.each(cases)('%j', async (outcome, answer, use) => {
    const failed: unknown = await use(stage.play(answer)).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(AppError);
    expect(failed).toMatchObject(outcome);
    expect(stage.calls).toHaveLength(1);
  });
});
