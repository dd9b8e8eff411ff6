import type { ToolInvocation } from '../../voice/index.js';
import type { BookingWait } from '../bookings/exactly-once-booking.js';

/** A caller who hears nothing for longer hangs up; the tool's own limit comes later. */
const patienceMs = 11_000;

export function waitOf({ signal }: Pick<ToolInvocation, 'signal'>): BookingWait {
  return { deadline: performance.now() + patienceMs, signal };
}
