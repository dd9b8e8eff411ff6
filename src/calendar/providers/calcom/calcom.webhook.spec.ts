import { Config, Secret } from '../../../kernel/config/index.js';
import { hmac } from '../../../kernel/crypto/index.js';
import type { RawRequest } from '../../../webhooks/index.js';
import { isSignedByCalCom } from './webhook/calcom-signature.js';
import { bookingLabel, readCalComEvent } from './webhook/calcom-event.js';
import { NotACalComEvent } from './webhook/calcom-webhook.errors.js';
import { redactCalComBody } from './webhook/redact-calcom-body.js';
import { CalComWebhook } from './calcom.webhook.js';

const uid = 'bFJeNb2uX8ANpT3JL5EfXw';
const body = { triggerEvent: 'BOOKING_CREATED', createdAt: '2026-11-20T09:00:00.000Z', payload: { uid } };
const [secret, other] = [new Secret('one'), new Secret('another')];

function signed(headers: Record<string, string>, raw = JSON.stringify(body)): RawRequest {
  return {
    method: 'POST',
    url: 'https://example.fr',
    header: (name) => headers[name.toLowerCase()],
    raw: Buffer.from(raw),
  };
}

const signature = hmac('sha256', secret, JSON.stringify(body)).toString('hex');
const signing = (value: string) => signed({ 'x-cal-signature-256': value });

describe('the signature', () => {
  it.each([
    ['as Cal.com sends it', signature],
    ['with a prefix', `sha256=${signature}`],
    ['in capitals', signature.toUpperCase()],
  ])('is taken %s', (_, value) => {
    expect(isSignedByCalCom(signing(value), [other, secret])).toBe(true);
  });

  it.each([
    ['of a webhook without a secret', 'no-secret-provided'],
    ['of nothing', ''],
    ['that is cut short', signature.slice(0, 62)],
    ['that is longer', `${signature}00`],
    ['in another encoding', Buffer.from(signature, 'hex').toString('base64')],
    ['of another', hmac('sha256', other, JSON.stringify(body)).toString('hex')],
    ['of the literal text', hmac('sha256', 'no-secret-provided', JSON.stringify(body)).toString('hex')],
  ])('is refused %s', (_, value) => {
    expect(isSignedByCalCom(signing(value), [secret])).toBe(false);
  });

  it('is refused where it is missing, where there is no secret, and for other bytes', () => {
    expect(isSignedByCalCom(signed({}), [secret])).toBe(false);
    expect(isSignedByCalCom(signing(signature), [])).toBe(false);
    const spaced = JSON.stringify(body, null, 1);
    expect(isSignedByCalCom(signed({ 'x-cal-signature-256': signature }, spaced), [secret])).toBe(false);
  });

  it('is that of the deployment’s secret, and its endpoint is closed without one', () => {
    const settings = {
      NODE_ENV: 'test',
      DATABASE_URL: 'postgres://unused',
      JWT_SECRET: 'x'.repeat(32),
      ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    };
    const of = (env: object) => new CalComWebhook(Config.read({ ...settings, ...env }), ...nobody);
    expect(of({}).deploymentProof().secrets).toEqual([]);
    const proof = of({ CAL_WEBHOOK_SECRET: 'one' }).deploymentProof();
    expect(of({}).verify(signing(signature), proof)).toBe(true);
  });
});

const nobody = [{}, {}, {}, {}] as unknown as [never, never, never, never];
const source = new CalComWebhook({} as never, ...nobody);

describe('what a body says', () => {
  it.each([
    'BOOKING_CREATED',
    'BOOKING_REQUESTED',
    'BOOKING_RESCHEDULED',
    'BOOKING_CANCELLED',
    'BOOKING_REJECTED',
    'BOOKING_PAID',
    'BOOKING_PAYMENT_INITIATED',
    'BOOKING_LOCATION_UPDATED',
    'BOOKING_REASSIGNED',
  ])('%s names its booking', (triggerEvent) => {
    const payload = { uid, rescheduleUid: 'old', metadata: { bookingAttempt: '01936d5e-0000-7000-8000-000000000001' } };
    expect(readCalComEvent({ ...body, triggerEvent, payload })).toEqual({
      trigger: triggerEvent,
      uid,
      previousUid: 'old',
      sentAt: new Date('2026-11-20T09:00:00.000Z'),
      attemptId: '01936d5e-0000-7000-8000-000000000001',
      payload,
    });
  });

  it('an absence names its booking by another member', () => {
    const payload = { message: 'x', bookingUid: uid, attendees: [] };
    expect(readCalComEvent({ ...body, triggerEvent: 'BOOKING_NO_SHOW_UPDATED', payload })).toMatchObject({ uid });
  });

  it.each(['MEETING_STARTED', 'MEETING_ENDED'])(
    '%s has the booking at the top, and dates that are the booking’s',
    (triggerEvent) => {
      expect(readCalComEvent({ triggerEvent, uid, createdAt: '2026-01-01T00:00:00.000Z', paid: true })).toMatchObject({
        trigger: triggerEvent,
        uid,
        sentAt: null,
        payload: { uid, paid: true },
      });
    },
  );

  it('a trigger that Cal.com’s guide invents is the one that really comes', () => {
    expect(readCalComEvent({ ...body, triggerEvent: 'BOOKING_CONFIRMED' }).trigger).toBe('BOOKING_CREATED');
  });

  it.each(['PING', 'OOO_CREATED', 'FORM_SUBMITTED', 'A_TRIGGER_OF_TOMORROW'])(
    '%s is about no booking',
    (triggerEvent) => {
      expect(readCalComEvent({ ...body, triggerEvent })).toMatchObject({ uid: null, previousUid: null });
      expect(source.read({ ...body, triggerEvent })).toMatchObject([{ type: triggerEvent, callKey: undefined }]);
    },
  );

  it.each([
    [{ content: 'A new event has been scheduled', type: 'x' }],
    [[]],
    ['text'],
    [null],
    [{ triggerEvent: '' }],
    [{ triggerEvent: 7 }],
  ])('a template of one’s own is refused, with advice: %j', (custom) => {
    expect(() => source.read(custom)).toThrow(NotACalComEvent);
    expect(() => source.read(custom)).toThrow(/payload template empty/);
  });

  it.each([[{ uid: 7 }], ['text'], [null], [{ uid: '', metadata: 'x', rescheduleUid: [] }]])(
    'members of another type than told are taken for absent: %j',
    (payload) => {
      expect(readCalComEvent({ ...body, payload })).toMatchObject({ uid: null, previousUid: null, attemptId: null });
    },
  );
});

describe('the key to a booking', () => {
  it('stands neither in the label nor in the key of an event, which tell bookings apart', () => {
    const [event] = source.read(body);
    expect(JSON.stringify([event?.externalId, event?.callKey, event?.type])).not.toContain(uid);
    expect(event?.externalId).toBe(`${bookingLabel(uid)}:BOOKING_CREATED`);
    expect(bookingLabel('other')).not.toBe(bookingLabel(uid));
  });

  it('is taken out of what owners see, wherever it stands', () => {
    const payload = {
      uid,
      iCalUID: `${uid}@Cal.com`,
      attendeeSeatId: 'seat',
      videoCallData: { url: `https://app.cal.com/video/${uid}`, password: 'x' },
      title: 'Consultation',
      rescheduleUid: 'older-uid',
      responses: { link: { value: 'see older-uid' } },
    };
    const shown = JSON.stringify(redactCalComBody({ ...body, payload }));
    expect(shown).not.toMatch(new RegExp(`${uid}|older-uid|"seat"|"x"`));
    expect(shown).toContain('Consultation');
  });
});
