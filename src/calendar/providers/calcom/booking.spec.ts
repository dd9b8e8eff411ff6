import fc from 'fast-check';
import { jsonReply } from '../../../kernel/http/index.js';
import { bookingsReply } from './booking.js';
import { bookingReplyOf, occurrenceReplyOf, seatedReplyOf } from './testing/replies.js';

const read = (data: unknown) => bookingsReply.parse({ status: 'success', data });

describe('a booking that Cal.com answers', () => {
  it('is read as we name things', () => {
    const [booking, ...others] = read(bookingReplyOf());
    expect(others).toEqual([]);
    expect(booking).toEqual({
      id: 456,
      uid: 'booking_uid_1',
      status: 'accepted',
      title: 'Table entre Le Gourmet et M. Dupont',
      description: null,
      start: new Date('2026-12-04T19:00:00.000Z'),
      end: new Date('2026-12-04T20:30:00.000Z'),
      eventTypeId: 101,
      eventTypeSlug: 'table',
      location: '12 rue des Halles, Paris',
      hosts: [
        {
          id: 7,
          name: 'Le Gourmet',
          email: 'salle@legourmet.example',
          username: 'le-gourmet',
          timeZone: 'Europe/Paris',
        },
      ],
      absentHost: false,
      attendees: [
        {
          name: 'M. Dupont',
          email: '33612345678@sms.cal.com',
          displayEmail: '33612345678@sms.cal.com',
          timeZone: 'Europe/Paris',
          language: 'fr',
          phoneNumber: '+33612345678',
          absent: false,
          seatUid: null,
          responses: {},
          metadata: {},
        },
      ],
      guests: [],
      responses: { name: 'M. Dupont', partySize: 4 },
      metadata: { appointmentId: 'a1' },
      cancellationReason: null,
      cancelledByEmail: null,
      reschedulingReason: null,
      rescheduledByEmail: null,
      rescheduledFromUid: null,
      rescheduledToUid: null,
      recurringBookingUid: null,
      seatUid: null,
      icsUid: 'booking_uid_1@Cal.com',
      rating: null,
      createdAt: new Date('2026-11-21T10:00:00.000Z'),
      updatedAt: null,
    });
  });

  it('is read with as little as makes a booking', () => {
    const { uid, status, start, end } = bookingReplyOf();
    expect(read({ uid, status, start, end })[0]).toMatchObject({
      uid,
      attendees: [],
      hosts: [],
      metadata: {},
      eventTypeId: null,
    });
  });

  it.each([
    '2026-12-04T19:00:00.000Z',
    '2026-12-04T19:00:00Z',
    '2026-12-04T20:00:00+01:00',
    '2026-12-04T13:30:00.000-05:30',
    '2026-12-04T19:00:00',
  ])('begins at the same moment by %s', (start) => {
    expect(read(bookingReplyOf({ start }))[0].start).toEqual(new Date('2026-12-04T19:00:00.000Z'));
  });

  it.each(['awaiting_host', 'a_status_of_tomorrow'])('keeps the status %s as it is', (status) => {
    expect(read(bookingReplyOf({ status }))[0].status).toBe(status);
  });

  it('has a host without a user', () => {
    const unknown = { id: 'unknown', name: 'unknown', email: 'unknown', username: 'unknown', timeZone: 'unknown' };
    expect(read(bookingReplyOf({ hosts: [unknown] }))[0].hosts).toMatchObject([{ id: null, name: 'unknown' }]);
  });

  it('has its event type wherever it is named', () => {
    expect(read(bookingReplyOf({ eventType: null, eventTypeId: 101 }))[0].eventTypeId).toBe(101);
    expect(read(bookingReplyOf({ eventType: null, eventTypeId: null }))[0].eventTypeId).toBeNull();
  });

  it('tells who has which seat, and which one was taken', () => {
    const [booking] = read(seatedReplyOf(['s1', 's2'], { seatUid: 's2' }));
    expect(booking.seatUid).toBe('s2');
    expect(booking.attendees.map(({ seatUid, responses }) => [seatUid, responses])).toEqual([
      ['s1', { name: 's1' }],
      ['s2', { name: 's2' }],
    ]);
    expect(booking.responses).toEqual({});
  });

  it('is one of a series, in the order of time', () => {
    const [first, second] = read([
      occurrenceReplyOf('o2', '2026-12-11T19:00:00.000Z'),
      occurrenceReplyOf('o1', '2026-12-04T19:00:00.000Z'),
    ]);
    expect([first.uid, second?.uid]).toEqual(['o1', 'o2']);
    expect(first.recurringBookingUid).toBe('series_uid_1');
  });

  it('is readable in spite of odd values where nothing depends on them', () => {
    const odd = {
      title: 7,
      rating: 'good',
      hosts: 'none',
      guests: [1],
      metadata: 'x',
      createdAt: 'yesterday',
      id: '456',
    };
    expect(read(bookingReplyOf(odd))[0]).toMatchObject({ uid: 'booking_uid_1', hosts: [], metadata: {}, guests: [] });
  });

  it.each([
    [[]],
    [null],
    [{}],
    ['text'],
    [bookingReplyOf({ uid: '' })],
    [bookingReplyOf({ start: '2026-02-31T10:00:00Z' })],
  ])('is not %j', (data) => {
    expect(bookingsReply.safeParse({ status: 'success', data }).success).toBe(false);
  });

  it('is either read or not understood, whatever comes', () => {
    const anything = fc.jsonValue();
    const partly = fc
      .dictionary(fc.constantFrom(...Object.keys(bookingReplyOf()), 'seatUid', 'recurringBookingUid'), anything)
      .map((changes) => bookingReplyOf(changes));
    const data = fc.oneof(anything, partly, fc.array(partly));
    const bytes = fc.oneof(
      fc.json().map((text) => Buffer.from(text)),
      data.map((value) => Buffer.from(JSON.stringify({ status: 'success', data: value }))),
    );
    const { read: readBytes } = jsonReply(bookingsReply);
    fc.assert(
      fc.property(bytes, (reply) => {
        try {
          expect(readBytes(reply)[0].uid).not.toBe('');
        } catch (error) {
          expect((error as Error).constructor.name).toBe('ReplyFault');
        }
      }),
      { numRuns: 500 },
    );
  });
});
