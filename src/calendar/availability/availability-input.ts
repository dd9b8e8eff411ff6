import type { z } from 'zod';
import { onlyFields, timeZoneName } from '../../contacts/index.js';
import { eventTypeIdField, momentField } from '../appointments/booking-input.js';
import { PeriodReversed, PeriodTooLong } from '../calendar.errors.js';

/** Two months by any calendar. */
const mostDays = 62;
const dayMs = 24 * 3_600_000;

export const availabilityInput = onlyFields({
  eventTypeId: eventTypeIdField,
  from: momentField,
  to: momentField,
  timeZone: timeZoneName.nullish(),
});

/** @throws PeriodReversed, PeriodTooLong */
export function assertSearchable({ from, to }: Pick<z.output<typeof availabilityInput>, 'from' | 'to'>): void {
  if (to < from) throw new PeriodReversed('to');
  if (to.getTime() - from.getTime() > mostDays * dayMs) throw new PeriodTooLong('to', mostDays);
}
