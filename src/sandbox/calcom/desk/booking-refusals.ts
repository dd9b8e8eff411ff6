import type { StandInEventType } from '../event-type.js';
import type { Refused } from '../slots/availability.js';
import { coreRefusal, notFound, refusal, type Refusal } from '../refusal.js';

export function slotRefused(reason: Refused, eventType: StandInEventType): Refusal {
  switch (reason) {
    case 'past':
      return refusal(400, 'Attempting to book a meeting in the past.');
    case 'out-of-bounds':
      return refusal(
        400,
        'The event type can\'t be booked at the "start" time provided. This could be because it\'s too soon (violating the minimum booking notice) or too far in the future (outside the event\'s scheduling window). Try fetching available slots first using the GET /v2/slots endpoint and then make a booking with "start" time equal to one of the available slots.',
      );
    case 'taken': {
      const who = eventType.hosts.length > 1 ? 'One of the hosts' : 'User';
      return refusal(400, `${who} either already has booking at this time or is not available`);
    }
  }
}

/** Two that wanted the same time at once: the key of the database refuses the second. */
export function lostRace(): Refusal {
  return coreRefusal(409, 'booking_conflict_error');
}

export function alreadySeated(): Refusal {
  return coreRefusal(409, 'already_signed_up_for_this_booking_error');
}

export function seatsFull(): Refusal {
  return coreRefusal(409, 'booking_seats_full_error');
}

export function bookingNotFound(uid: string): Refusal {
  return notFound(`Booking with uid=${uid} was not found in the database`);
}

export function seatNotFound(seatUid: string): Refusal {
  return notFound(`Seat with uid=${seatUid} was not found in the database`);
}

export function eventTypeNotFound(id: number | string): Refusal {
  return notFound(`Event type with id ${id} not found.`);
}
