/** A booking as Cal.com answers it. */
export function bookingReplyOf(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: 456,
    uid: 'booking_uid_1',
    title: 'Table entre Le Gourmet et M. Dupont',
    description: null,
    hosts: [
      {
        id: 7,
        name: 'Le Gourmet',
        email: 'salle@legourmet.example',
        displayEmail: 'salle@legourmet.example',
        username: 'le-gourmet',
        timeZone: 'Europe/Paris',
      },
    ],
    status: 'accepted',
    cancellationReason: '',
    cancelledByEmail: '',
    start: '2026-12-04T19:00:00.000Z',
    end: '2026-12-04T20:30:00.000Z',
    duration: 90,
    eventTypeId: 101,
    eventType: { id: 101, slug: 'table' },
    location: '12 rue des Halles, Paris',
    meetingUrl: '12 rue des Halles, Paris',
    absentHost: false,
    createdAt: '2026-11-21T10:00:00.000Z',
    updatedAt: null,
    metadata: { appointmentId: 'a1' },
    rating: null,
    icsUid: 'booking_uid_1@Cal.com',
    attendees: [
      {
        name: 'M. Dupont',
        email: '33612345678@sms.cal.com',
        displayEmail: '33612345678@sms.cal.com',
        timeZone: 'Europe/Paris',
        language: 'fr',
        absent: false,
        phoneNumber: '+33612345678',
      },
    ],
    guests: [],
    bookingFieldsResponses: { name: 'M. Dupont', partySize: 4 },
    ...changes,
  };
}

/** The same with seats, of which each attendee has one. */
export function seatedReplyOf(seatUids: readonly string[], changes: Readonly<Record<string, unknown>> = {}) {
  const attendees = seatUids.map((seatUid) => ({
    name: seatUid,
    email: `${seatUid}@example.com`,
    displayEmail: `${seatUid}@example.com`,
    timeZone: 'Europe/Paris',
    language: 'fr',
    absent: false,
    seatUid,
    bookingFieldsResponses: { name: seatUid },
    metadata: {},
  }));
  const { guests: _, bookingFieldsResponses: __, ...booking } = bookingReplyOf({ attendees, ...changes });
  return booking;
}

/** An occurrence of a series. */
export function occurrenceReplyOf(uid: string, start: string): Record<string, unknown> {
  const end = new Date(Date.parse(start) + 90 * 60_000).toISOString();
  return bookingReplyOf({ uid, start, end, recurringBookingUid: 'series_uid_1' });
}
