import { z } from 'zod';
import type { TwilioStandIn } from '../twilio/twilio-stand-in.js';
import type { TwilioNumbers } from '../vapi/phone-numbers/twilio-numbers.js';

const method = z.enum(['GET', 'POST']);
const voiceFields = z.object({
  voice_url: z.string(),
  voice_method: method,
  status_callback: z.string(),
  status_callback_method: method,
});
const smsFields = z.object({ sms_url: z.string(), sms_method: method });

/** Lets Vapi write on the numbers of the account whose keys it is given. */
export function importByVapi(twilio: TwilioStandIn): TwilioNumbers {
  return {
    update(number, fields, { accountSid, user, password }) {
      const { settings } = twilio.account;
      const secret = user === settings.accountSid ? settings.authToken : settings.apiKeys?.[user];
      if (accountSid !== settings.accountSid || secret !== password) throw new Error('Authenticate');
      if (twilio.findNumber(number)?.account_sid !== accountSid) throw new Error(`${number} is not in this account.`);
      twilio.changeNumber(number, voiceFields.parse(fields));
      if (fields.sms_url !== undefined) twilio.changeNumber(number, smsFields.parse(fields));
    },
  };
}
