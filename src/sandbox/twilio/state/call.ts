import { z } from 'zod';
import { rfc2822 } from './rfc2822.js';
import { newSid } from './sid.js';

/** Of the calls that the API lists; webhooks know `initiated` too. */
export const callStatuses = [
  'queued',
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'failed',
  'no-answer',
  'canceled',
] as const;
export type CallStatus = (typeof callStatuses)[number];

/** A call or a leg of one: https://www.twilio.com/docs/voice/api/call-resource */
export const callSchema = z.object({
  sid: z.string(),
  account_sid: z.string(),
  answered_by: z.string().nullable(),
  caller_name: z.string().nullable(),
  date_created: z.string(),
  date_updated: z.string(),
  direction: z.enum(['inbound', 'outbound-api', 'outbound-dial']),
  duration: z.string().nullable(),
  end_time: z.string().nullable(),
  forwarded_from: z.string().nullable(),
  from: z.string(),
  group_sid: z.string().nullable(),
  parent_call_sid: z.string().nullable(),
  phone_number_sid: z.string().nullable(),
  price: z.string().nullable(),
  price_unit: z.string(),
  queue_time: z.string(),
  start_time: z.string().nullable(),
  status: z.enum(callStatuses),
  to: z.string(),
  trunk_sid: z.string().nullable(),
});
export type Call = Readonly<z.infer<typeof callSchema>>;
export type CallMembers = Partial<Omit<Call, 'sid' | 'account_sid'>>;

export function newCall(
  members: CallMembers & Pick<Call, 'from' | 'to'>,
  { accountSid, at }: { readonly accountSid: string; readonly at: Date },
): Call {
  return {
    answered_by: null,
    caller_name: null,
    date_created: rfc2822(at),
    date_updated: rfc2822(at),
    direction: 'inbound',
    duration: null,
    end_time: null,
    forwarded_from: null,
    group_sid: null,
    parent_call_sid: null,
    phone_number_sid: null,
    price: null,
    price_unit: 'USD',
    queue_time: '0',
    start_time: null,
    status: 'queued',
    trunk_sid: null,
    ...members,
    sid: newSid('CA'),
    account_sid: accountSid,
  };
}

export function isOver({ status }: Pick<Call, 'status'>): boolean {
  return !['queued', 'ringing', 'in-progress'].includes(status);
}
