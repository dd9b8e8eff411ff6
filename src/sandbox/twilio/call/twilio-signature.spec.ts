import webhooks from 'twilio/lib/webhooks/webhooks.js';
import { twilioSignature } from './twilio-signature.js';

/** As a web framework parses a form: repeated names are lists. */
function paramsOf(form: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(form.keys())];
  return Object.fromEntries(
    names.map((name) => {
      // A list of this realm: the library asks whether it is an Array.
      const all = [...form.getAll(name)];
      return [name, all.length > 1 ? all : (all[0] ?? '')];
    }),
  );
}

describe('what Twilio proves itself with', () => {
  it('is as in Twilio’s own example', () => {
    const form = new URLSearchParams({
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675310',
      From: '+14158675310',
      Digits: '1234',
      To: '+18005551212',
    });
    const url = 'https://example.com/myapp.php?foo=1&bar=2';
    expect(twilioSignature('12345', url, form)).toBe('L/OH5YylLD5NRKLltdqwSvS0BnU=');
  });

  it.each([
    ['https://example.com/voice', ''],
    ['https://example.com/voice?turn=1&x=%20%C3%A9', 'SpeechResult=%C3%A9t%C3%A9+%26+%2B&Empty=&Reason=a&ReasonMore=b'],
    ['http://127.0.0.1:3000/voice', 'B=2&b=3&A=1&Event=ringing&Event=answered&Event=ringing'],
  ])('is taken by Twilio’s own library for %s', (url, text) => {
    const form = new URLSearchParams(text);
    const signature = twilioSignature('token', url, form);
    expect(webhooks.validateRequest('token', signature, url, paramsOf(form))).toBe(true);
    expect(webhooks.validateRequest('other', signature, url, paramsOf(form))).toBe(false);
    expect(webhooks.validateRequest('token', signature, `${url}x`, paramsOf(form))).toBe(false);
  });
});
