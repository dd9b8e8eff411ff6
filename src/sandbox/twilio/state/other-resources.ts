import { z } from 'zod';

const method = z.enum(['GET', 'POST']);

/** https://www.twilio.com/docs/usage/api/applications */
export const applicationSchema = z.object({
  sid: z.string(),
  account_sid: z.string(),
  friendly_name: z.string(),
  date_created: z.string(),
  date_updated: z.string(),
  voice_url: z.string(),
  voice_method: method,
  voice_fallback_url: z.string(),
  voice_fallback_method: method,
  status_callback: z.string(),
  status_callback_method: method,
});
export type Application = Readonly<z.infer<typeof applicationSchema>>;

/** https://www.twilio.com/docs/voice/api/recording */
export const recordingSchema = z.object({
  sid: z.string(),
  account_sid: z.string(),
  call_sid: z.string(),
  channels: z.number(),
  date_created: z.string(),
  date_updated: z.string(),
  start_time: z.string(),
  duration: z.string(),
  source: z.enum(['DialVerb', 'RecordVerb', 'StartCallRecordingTwiML', 'OutboundAPI']),
  status: z.enum(['processing', 'completed', 'absent']),
});
export type Recording = Readonly<z.infer<typeof recordingSchema>>;

/** Where a trunk leads: https://www.twilio.com/docs/sip-trunking/api/originationurl-resource */
export const originationUrlSchema = z.object({
  sid: z.string(),
  account_sid: z.string(),
  trunk_sid: z.string(),
  friendly_name: z.string(),
  sip_url: z.string(),
  enabled: z.boolean(),
  weight: z.number(),
  priority: z.number(),
  date_created: z.string(),
  date_updated: z.string(),
});
export type OriginationUrl = Readonly<z.infer<typeof originationUrlSchema>>;

const bundleStatuses = [
  'draft',
  'pending-review',
  'in-review',
  'twilio-rejected',
  'twilio-approved',
  'provisionally-approved',
] as const;

/** https://www.twilio.com/docs/phone-numbers/regulatory/api/bundles */
export const bundleSchema = z.object({
  sid: z.string(),
  account_sid: z.string(),
  regulation_sid: z.string(),
  friendly_name: z.string(),
  status: z.enum(bundleStatuses),
  valid_until: z.string().nullable(),
  email: z.string(),
  date_created: z.string(),
  date_updated: z.string(),
});
export type Bundle = Readonly<z.infer<typeof bundleSchema>>;

/** What Twilio says went wrong: https://www.twilio.com/docs/usage/monitor-alert */
export const alertSchema = z.object({
  sid: z.string(),
  account_sid: z.string(),
  alert_text: z.string(),
  date_generated: z.string(),
  error_code: z.string(),
  log_level: z.enum(['error', 'warning']),
  request_method: z.string(),
  request_url: z.string(),
  request_variables: z.string(),
  resource_sid: z.string(),
  response_body: z.string(),
  response_headers: z.string(),
});
export type Alert = Readonly<z.infer<typeof alertSchema>>;

/** A webhook of a call and what came back. */
export const callEventSchema = z.object({
  sid: z.string(),
  call_sid: z.string(),
  request: z.object({ method: z.string(), url: z.string(), parameters: z.record(z.string(), z.string()) }),
  response: z.object({
    response_code: z.number().nullable(),
    request_duration: z.number(),
    content_type: z.string().nullable(),
    response_body: z.string().nullable(),
    date_created: z.string(),
  }),
});
export type CallEvent = Readonly<z.infer<typeof callEventSchema>>;
