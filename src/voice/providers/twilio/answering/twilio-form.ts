import type { WebhookDialect } from '../../../../webhooks/index.js';

/** A form as Twilio posts it; a name that comes several times has several values. */
export type TwilioForm = Record<string, string | string[]>;

/** Names in which a prototype could be hidden are kept like any other. */
export function parseForm(raw: Buffer): TwilioForm {
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(raw.toString('utf8'))) {
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return Object.fromEntries(
    [...fields].map(([name, [first = '', ...more]]) => [name, more.length ? [first, ...more] : first]),
  );
}

const nothing = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

/** Forms come, TwiML goes: https://www.twilio.com/docs/voice/twiml */
export const twilioDialect: WebhookDialect = {
  contentType: 'text/xml; charset=utf-8',
  parse: parseForm,
  write: (content) => (typeof content === 'string' ? content : nothing),
};
