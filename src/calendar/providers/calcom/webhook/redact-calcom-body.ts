const hidden = '[redacted]';

/** Members by which whoever reads them can cancel or move a booking, or join it in another's name. */
const secretMember =
  /^(?:uid|bookingUid|rescheduleUid|rescheduledToUid|fromReschedule|seatUid|attendeeSeatId|seatReferenceUid|iCalUID|icsUid|oneTimePassword|hashedLink|cancellationToken|password|secret)$/;

const uidMember = /^(?:uid|bookingUid|rescheduleUid)$/;

/** A copy of a webhook's body that owners may see: not the keys to the bookings. */
export function redactCalComBody(body: unknown): unknown {
  return redact(body, uidsIn(body));
}

function redact(value: unknown, uids: readonly string[]): unknown {
  // Addresses of meetings, and of pages to cancel, end with the uid.
  if (typeof value === 'string') return uids.reduce((text, uid) => text.replaceAll(uid, hidden), value);
  if (Array.isArray(value)) return value.map((each) => redact(each, uids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const isSecret = secretMember.test(key) && each !== null && each !== undefined;
      return [key, isSecret ? hidden : redact(each, uids)];
    }),
  );
}

function uidsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(uidsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    uidMember.test(key) && typeof each === 'string' && each.length >= 6 ? [each] : uidsIn(each),
  );
}
