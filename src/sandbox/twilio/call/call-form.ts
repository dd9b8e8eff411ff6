import { createHash } from 'node:crypto';
import type { Call } from '../state/call.js';

const countries: readonly (readonly [prefix: string, country: string])[] = [
  ['+1', 'US'],
  ['+33', 'FR'],
  ['+32', 'BE'],
  ['+44', 'GB'],
  ['+49', 'DE'],
  ['+41', 'CH'],
];

/** What Twilio tells of a call in each webhook: https://www.twilio.com/docs/voice/twiml#twilios-request-to-your-application */
export function callForm(
  call: Call,
  status: string,
  extra: Readonly<Record<string, string | undefined>> = {},
): URLSearchParams {
  const { sid, account_sid, from, to, direction, parent_call_sid: parent, caller_name, forwarded_from } = call;
  const form = new URLSearchParams({
    CallSid: sid,
    AccountSid: account_sid,
    From: from,
    To: to,
    Caller: from,
    Called: to,
    CallStatus: status,
    ApiVersion: '2010-04-01',
    Direction: direction,
    ...places('From', from),
    ...places('Caller', from),
    ...places('To', to),
    ...places('Called', to),
  });
  const more = {
    ParentCallSid: parent,
    CallerName: caller_name,
    ForwardedFrom: forwarded_from,
    CallToken: direction === 'inbound' ? callToken(sid) : undefined,
    ...extra,
  };
  for (const [name, value] of Object.entries(more)) if (value !== null && value !== undefined) form.set(name, value);
  return form;
}

/** Cities and the like are empty for most numbers. */
function places(whose: string, phoneNumber: string): Record<string, string> {
  const country = countries.find(([prefix]) => phoneNumber.startsWith(prefix))?.[1] ?? '';
  return { [`${whose}City`]: '', [`${whose}State`]: '', [`${whose}Zip`]: '', [`${whose}Country`]: country };
}

function callToken(sid: string): string {
  return createHash('sha256').update(sid).digest('base64');
}
