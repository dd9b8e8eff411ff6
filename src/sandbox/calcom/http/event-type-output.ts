import type { StandInBookingField, StandInEventType, StandInLocation, StandInSchedule } from '../event-type.js';

type Json = Record<string, unknown>;

/** An event type as version 2024-06-14 shows it. */
export function eventTypeOutput(eventType: StandInEventType): Json {
  const { id, slug, title, description, lengthInMinutes, schedule, hosts } = eventType;
  const [owner] = hosts;
  return {
    id,
    ownerId: owner.id,
    lengthInMinutes,
    title,
    slug,
    description,
    ...(eventType.customName === undefined ? {} : { customName: eventType.customName }),
    locations: (eventType.locations ?? []).map(locationOutput),
    bookingFields: [...defaultFields, ...(eventType.bookingFields ?? []).map(fieldOutput)],
    disableGuests: false,
    recurrence: eventType.recurrence ?? null,
    metadata: {},
    price: eventType.price ?? 0,
    currency: eventType.currency ?? 'usd',
    lockTimeZoneToggleOnBookingPage: false,
    forwardParamsSuccessRedirect: null,
    successRedirectUrl: null,
    isInstantEvent: false,
    scheduleId: schedule.id,
    hidden: eventType.hidden ?? false,
    bookingRequiresAuthentication: false,
    users: hosts.map(({ id: userId, name, username }) => ({ id: userId, name, username })),
    bookingUrl: `https://cal.com/${owner.username}/${slug}`,
    ...timesOutput(eventType),
    ...rulesOutput(eventType),
  };
}

/** A schedule as version 2024-06-11 shows it. */
export function scheduleOutput(schedule: StandInSchedule, ownerId: number, isDefault: boolean): Json {
  const { id, name, timeZone, availability, overrides } = schedule;
  return { id, ownerId, name, timeZone, availability, isDefault, overrides };
}

function timesOutput(eventType: StandInEventType): Json {
  const { lengthInMinutesOptions, bookingWindowDays } = eventType;
  return {
    ...(lengthInMinutesOptions ? { lengthInMinutesOptions } : {}),
    slotInterval: eventType.slotInterval ?? null,
    minimumBookingNotice: eventType.minimumBookingNotice ?? 0,
    beforeEventBuffer: eventType.beforeEventBuffer ?? 0,
    afterEventBuffer: eventType.afterEventBuffer ?? 0,
    ...(bookingWindowDays === undefined
      ? {}
      : { bookingWindow: [{ type: 'calendarDays', value: bookingWindowDays, rolling: true }] }),
  };
}

function rulesOutput(eventType: StandInEventType): Json {
  const { requiresConfirmation = false, blocksUnconfirmed = false, seatsPerTimeSlot } = eventType;
  return {
    ...(requiresConfirmation
      ? { confirmationPolicy: { type: 'always', blockUnconfirmedBookingsInBooker: blocksUnconfirmed } }
      : {}),
    ...(seatsPerTimeSlot === undefined ? {} : seatsOutput(seatsPerTimeSlot)),
    disableCancelling: { disabled: eventType.disableCancelling ?? false },
    disableRescheduling: { disabled: eventType.disableRescheduling ?? false },
  };
}

const defaultFields: readonly Json[] = [
  { type: 'name', slug: 'name', label: 'your_name', placeholder: '', isDefault: true, required: true },
  { type: 'email', slug: 'email', label: 'email_address', placeholder: '', isDefault: true, required: true },
];

function fieldOutput({ type, slug, label, required, options }: StandInBookingField): Json {
  const common = { type, slug, label, required, hidden: false, isDefault: false };
  if (type === 'boolean') return common;
  return { ...common, placeholder: '', ...(options ? { options } : {}) };
}

function locationOutput(location: StandInLocation): Json {
  return location.type === 'attendeePhone'
    ? { type: 'unknown', location: JSON.stringify({ type: 'phone' }) }
    : { ...location };
}

function seatsOutput(seatsPerTimeSlot: number): Json {
  return {
    seats: { seatsPerTimeSlot, showAttendeeInfo: false, showAvailabilityCount: true },
    seatsPerTimeSlot,
    seatsShowAvailabilityCount: true,
  };
}
