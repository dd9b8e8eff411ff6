import type { CalComBooking } from '../../providers/calcom/booking.js';

/** What came of asking Cal.com for a booking. */
export type BookingReading =
  | { kind: 'read'; accountId: string; booking: CalComBooking; readAt: Date }
  /** Cal.com does not know it. */
  | { kind: 'missing'; readAt: Date }
  /** It may be known later. */
  | { kind: 'failed'; error: unknown }
  /** There is nobody to ask: no account, or one that lets us in no more. */
  | { kind: 'closed'; accountId: string }
  /** It is not to be asked for: erased here, or another workspace's. */
  | { kind: 'not_ours' };
