import { z } from 'zod';
import type { CalComEvent } from '../../providers/calcom/webhook/calcom-event.js';

const paid = z.object({
  paymentId: z
    .union([z.string().min(1), z.number().transform(String)])
    .nullish()
    .catch(null),
  paid: z.literal(true).optional().catch(undefined),
});

/** Which bookings are paid for, by uid: only events say so. */
export function paymentsIn(events: readonly CalComEvent[]): ReadonlyMap<string, { paymentId: string | null }> {
  return new Map(
    events.flatMap(({ trigger, uid, payload }) => {
      const said = paid.parse(payload);
      if (uid === null || (trigger !== 'BOOKING_PAID' && said.paid !== true)) return [];
      return [[uid, { paymentId: said.paymentId ?? null }] as const];
    }),
  );
}
