/** What Vapi writes on a number at Twilio. */
export type TwilioNumberFields = Readonly<Record<string, string>>;

/** Twilio as Vapi uses it; whoever plays both gives one to the other. */
export interface TwilioNumbers {
  /** Rejects where Twilio refuses: the number is not the account's, or the account is not known by these keys. */
  update(number: string, fields: TwilioNumberFields, keys: TwilioKeys): Promise<void> | void;
}

export interface TwilioKeys {
  readonly accountSid: string;
  /** The account itself, or the key that stands for it, and its secret. */
  readonly user: string;
  readonly password: string;
}

export const vapiVoiceUrl = 'https://api.vapi.ai/twilio/inbound_call';

/** As several projects have read it back from Twilio after an import. */
export function fieldsOfImport({ smsEnabled }: Readonly<Record<string, unknown>>): TwilioNumberFields {
  return {
    voice_url: vapiVoiceUrl,
    voice_method: 'POST',
    status_callback: 'https://api.vapi.ai/twilio/status',
    status_callback_method: 'POST',
    ...(smsEnabled !== false && { sms_url: 'https://api.vapi.ai/twilio/sms', sms_method: 'POST' }),
  };
}
