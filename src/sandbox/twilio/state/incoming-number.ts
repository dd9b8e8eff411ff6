import { z } from 'zod';
import { rfc2822 } from './rfc2822.js';
import { newSid } from './sid.js';

const method = z.enum(['GET', 'POST']);

/** A number of an account, in the words of the API: https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource */
export const incomingNumberSchema = z.object({
  sid: z.string(),
  account_sid: z.string(),
  phone_number: z.string(),
  friendly_name: z.string(),
  address_requirements: z.enum(['none', 'any', 'local', 'foreign']),
  address_sid: z.string().nullable(),
  beta: z.boolean(),
  bundle_sid: z.string().nullable(),
  capabilities: z.object({ voice: z.boolean(), sms: z.boolean(), mms: z.boolean(), fax: z.boolean() }),
  date_created: z.string(),
  date_updated: z.string(),
  emergency_address_sid: z.string().nullable(),
  emergency_address_status: z.string(),
  emergency_status: z.string(),
  identity_sid: z.string().nullable(),
  origin: z.string(),
  sms_application_sid: z.string().nullable(),
  sms_fallback_method: method,
  sms_fallback_url: z.string(),
  sms_method: method,
  sms_url: z.string(),
  status: z.string(),
  status_callback: z.string(),
  status_callback_method: method,
  trunk_sid: z.string().nullable(),
  type: z.string(),
  voice_application_sid: z.string().nullable(),
  voice_caller_id_lookup: z.boolean(),
  voice_fallback_method: method,
  voice_fallback_url: z.string(),
  voice_method: method,
  voice_receive_mode: z.enum(['voice', 'fax']),
  voice_url: z.string(),
});
export type IncomingNumber = Readonly<z.infer<typeof incomingNumberSchema>>;

/** What a number may be made with, or changed to. */
export const numberMembersSchema = incomingNumberSchema.omit({ sid: true, account_sid: true }).partial();
export type NumberMembers = Partial<Omit<IncomingNumber, 'sid' | 'account_sid'>>;

const post = { voice_method: 'POST', voice_fallback_method: 'POST', status_callback_method: 'POST' } as const;

/** As Twilio sells one: with the address of its own demonstration. */
export function newNumber(
  members: NumberMembers & { readonly phone_number: string },
  { accountSid, at }: { readonly accountSid: string; readonly at: Date },
): IncomingNumber {
  return {
    ...unset,
    ...post,
    friendly_name: members.phone_number,
    date_created: rfc2822(at),
    date_updated: rfc2822(at),
    ...members,
    sid: newSid('PN'),
    account_sid: accountSid,
  };
}

const unset = {
  address_requirements: 'none',
  address_sid: null,
  beta: false,
  bundle_sid: null,
  capabilities: { voice: true, sms: true, mms: false, fax: false },
  emergency_address_sid: null,
  emergency_address_status: 'unregistered',
  emergency_status: 'Inactive',
  identity_sid: null,
  origin: 'twilio',
  sms_application_sid: null,
  sms_fallback_method: 'POST',
  sms_fallback_url: '',
  sms_method: 'POST',
  sms_url: '',
  status: 'in-use',
  status_callback: '',
  trunk_sid: null,
  type: 'local',
  voice_application_sid: null,
  voice_caller_id_lookup: false,
  voice_fallback_url: '',
  voice_receive_mode: 'voice',
  voice_url: 'https://demo.twilio.com/welcome/voice/',
} as const;
