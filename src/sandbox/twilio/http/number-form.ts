import type { z } from 'zod';
import { type IncomingNumber, type NumberMembers, numberMembersSchema } from '../state/incoming-number.js';
import type { TwilioAccount } from '../state/twilio-account.js';
import { invalid } from '../twilio-refusal.js';

/** What a form says of a number, in the words of the resource; fields that do not stand in it are left alone. */
export function numberForm(form: URLSearchParams, account: TwilioAccount): NumberMembers {
  const given: Record<string, unknown> = {};
  for (const [field, read] of Object.entries(fields)) {
    const text = form.get(field);
    if (text !== null) Object.assign(given, read(text, field));
  }
  const members = definedOf(numberMembersSchema.parse(given));
  checkTargets(members, account);
  return withOneTarget(members);
}

const methods: readonly string[] = ['GET', 'POST'];

type ReadField = (text: string, field: string) => Readonly<Record<string, unknown>>;

const fields: Readonly<Record<string, ReadField>> = {
  FriendlyName: (text) => ({ friendly_name: text.slice(0, 64) }),
  VoiceUrl: url('voice_url'),
  VoiceMethod: methodOf('voice_method'),
  VoiceFallbackUrl: url('voice_fallback_url'),
  VoiceFallbackMethod: methodOf('voice_fallback_method'),
  VoiceCallerIdLookup: (text) => ({ voice_caller_id_lookup: text === 'true' }),
  VoiceReceiveMode: (text) => ({ voice_receive_mode: text === 'fax' ? 'fax' : 'voice' }),
  VoiceApplicationSid: sid('voice_application_sid'),
  TrunkSid: sid('trunk_sid'),
  StatusCallback: url('status_callback'),
  StatusCallbackMethod: methodOf('status_callback_method'),
  SmsUrl: url('sms_url'),
  SmsMethod: methodOf('sms_method'),
  SmsFallbackUrl: url('sms_fallback_url'),
  SmsFallbackMethod: methodOf('sms_fallback_method'),
  SmsApplicationSid: sid('sms_application_sid'),
  AddressSid: sid('address_sid'),
  BundleSid: sid('bundle_sid'),
  IdentitySid: sid('identity_sid'),
};

/** An empty text takes away what stood there. */
function url(member: keyof IncomingNumber): ReadField {
  return (text, field) => {
    if (text !== '' && !/^https?:\/\/[^\s/]+/.test(text)) throw invalid(21402, `${field} is not a valid URL: ${text}`);
    return { [member]: text };
  };
}

function methodOf(member: keyof IncomingNumber): ReadField {
  return (text, field) => {
    const given = text === '' ? 'POST' : text.toUpperCase();
    if (!methods.includes(given)) throw invalid(21403, `${field} is not valid: ${text}`);
    return { [member]: given };
  };
}

function sid(member: keyof IncomingNumber): ReadField {
  return (text) => ({ [member]: text === '' ? null : text });
}

function checkTargets({ voice_application_sid: app, trunk_sid: trunk }: NumberMembers, account: TwilioAccount): void {
  if (app && !account.applications.find(app)) throw invalid(21218, `Invalid ApplicationSid: ${app}`);
  if (trunk && !account.originationUrls.list().some(({ trunk_sid: each }) => each === trunk))
    throw invalid(20001, `TrunkSid ${trunk} was not found`);
}

/** A trunk takes the place of an application and the other way round; of both, the trunk stays. */
function withOneTarget(members: NumberMembers): NumberMembers {
  if (members.trunk_sid) return { ...members, voice_application_sid: null };
  if (members.voice_application_sid) return { ...members, trunk_sid: null };
  return members;
}

/** Without the members that were not given. */
function definedOf(members: z.infer<typeof numberMembersSchema>): NumberMembers {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
