import type { StandInAttendee, StandInBooking } from '../state/booking.js';

interface About {
  readonly booking: StandInBooking;
  /** Of seated bookings: the only attendee that it speaks of. */
  readonly seat?: StandInAttendee | undefined;
}

export interface BookingMade extends About {
  readonly trigger: 'BOOKING_CREATED' | 'BOOKING_REQUESTED' | 'BOOKING_PAYMENT_INITIATED' | 'BOOKING_RESCHEDULED';
  /** What it was before it was moved. */
  readonly movedFrom?: StandInBooking | undefined;
}

export interface BookingCancelled extends About {
  readonly trigger: 'BOOKING_CANCELLED';
  readonly reason: string;
  readonly cancelledBy: string | null;
  /** The host asks for another time. */
  readonly requestReschedule: boolean;
}

interface BookingDecided extends About {
  readonly trigger: 'BOOKING_REJECTED' | 'BOOKING_PAID' | 'MEETING_STARTED' | 'MEETING_ENDED';
}

export interface NoShowUpdated extends About {
  readonly trigger: 'BOOKING_NO_SHOW_UPDATED';
  readonly attendees: readonly { readonly email: string; readonly noShow: boolean }[];
}

/** What happened, for whoever subscribed to it. */
export type Announcement = BookingMade | BookingCancelled | BookingDecided | NoShowUpdated;

/** Ends when the subscribers have been told, or could not be; never fails. */
export type Announce = (announcement: Announcement) => Promise<void>;
