import type { CalComEventType, CalComField } from '../providers/calcom/event-type.js';
import type { BookingWish } from './booking-input.js';
import { checkAnswers } from './check-answers.js';

const field = (slug: string, change: Partial<CalComField> = {}): CalComField => ({
  slug,
  type: 'text',
  label: null,
  required: true,
  hidden: false,
  isDefault: false,
  options: [],
  ...change,
});

const check =
  (fields: CalComField[], wish: Partial<BookingWish> = {}) =>
  () => {
    const order = { eventTypeId: 1, start: new Date(), attendeeName: 'Dupont', ...wish };
    checkAnswers({ fields } as Partial<CalComEventType> as CalComEventType, order);
  };

describe('the answers to an event type’s questions', () => {
  it.each([undefined, '', []])('must be there where they are required: %j is none', (answer) => {
    const responses = answer === undefined ? null : { size: answer };
    expect(check([field('size')], { responses })).toThrow('“size”');
    expect(check([field('size', { required: false })], { responses })).not.toThrow();
    expect(check([field('size', { hidden: true })], { responses })).not.toThrow();
  });

  it.each([0, false, 'x', ['x']])('are there with %j', (answer) => {
    expect(check([field('size')], { responses: { size: answer } })).not.toThrow();
  });

  it('are among those that are offered', () => {
    const room = field('room', { options: ['in', 'out'] });
    expect(check([room], { responses: { room: 'in' } })).not.toThrow();
    expect(check([room], { responses: { room: ['in', 'out'] } })).not.toThrow();
    expect(check([room], { responses: { room: 'under' } })).toThrow('in, out');
    expect(check([room], { responses: { room: ['in', 'under'] } })).toThrow('in, out');
  });

  it('to Cal.com’s own questions are the attendee', () => {
    const own = { isDefault: true };
    expect(check([field('name', own), field('email', own)])).not.toThrow();
    const phone = field('attendeePhoneNumber', own);
    expect(check([phone])).toThrow('attendeePhoneNumber');
    expect(check([phone], { attendeePhoneNumber: '+33612345678' })).not.toThrow();
  });
});
