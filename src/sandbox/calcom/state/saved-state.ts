import { z } from 'zod';
import { subscriptionSchema } from '../webhooks/subscriptions.js';
import { bookingSchema } from './booking.js';
import { organizationUserSchema } from './organization-users.js';

/** What is kept over restarts. */
export const savedState = z.object({
  bookings: z.array(bookingSchema),
  subscriptions: z.array(subscriptionSchema),
  users: z.array(organizationUserSchema),
});
export type SavedState = z.infer<typeof savedState>;

export const emptyState: SavedState = { bookings: [], subscriptions: [], users: [] };
