import { momentField } from './booking-input.js';

describe('the moment of an appointment', () => {
  it.each([new Date('2026-11-21T19:30:00Z'), '2026-11-21T20:30:00+01:00'])('is %s as it stands', (given) => {
    expect(momentField.parse(given)).toEqual(new Date('2026-11-21T19:30:00Z'));
  });

  it.each([new Date('9999-12-31T23:59:59Z'), '9999-01-01T00:00:00Z', '2026-11-21T19:30:00', '2026-02-31T10:00:00Z'])(
    'is not %s',
    (given) => {
      expect(momentField.safeParse(given).success).toBe(false);
    },
  );
});
