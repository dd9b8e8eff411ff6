import { isE164, notE164, type Members } from '../http/vapi-request.js';

const providers = ['twilio', 'vapi', 'byo-phone-number'];

/** What is wrong with a number by itself. */
export function phoneNumberFaults(body: Members): string[] {
  const { provider, number, credentialId, numberE164CheckEnabled } = body;
  switch (provider) {
    case 'twilio':
      return twilioFaults(body);
    case 'byo-phone-number':
      return [
        ...(typeof credentialId === 'string' ? [] : ['credentialId must be a UUID']),
        ...(number === undefined || numberE164CheckEnabled === false || isE164(number) ? [] : [notE164('number')]),
      ];
    case 'vapi':
      return [];
    default:
      return [`provider must be one of the following values: ${providers.join(', ')}`];
  }
}

function twilioFaults(body: Members): string[] {
  const { number, twilioAccountSid, twilioAuthToken, twilioApiKey, twilioApiSecret } = body;
  const faults: string[] = [];
  if (!isE164(number)) faults.push(notE164('number'));
  if (typeof twilioAccountSid !== 'string' || !twilioAccountSid.startsWith('AC'))
    faults.push('twilioAccountSid must be a string that starts with AC');
  if (typeof twilioAuthToken !== 'string' && !(typeof twilioApiKey === 'string' && typeof twilioApiSecret === 'string'))
    faults.push('Either twilioAuthToken, or twilioApiKey and twilioApiSecret, must be given');
  return faults;
}
