import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import type { Secret } from '../../../../kernel/config/index.js';
import type { RawRequest } from '../../../../webhooks/index.js';
import { parseForm } from './twilio-form.js';

/**
 * Whether an account's token signed the request: its address as Twilio was given it, and its form.
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
export function provesAccount({ url, raw, header }: RawRequest, token: Secret): boolean {
  const signature = header('x-twilio-signature');
  if (signature === undefined || token.reveal() === '') return false;
  return validateRequest(token.reveal(), signature, url, parseForm(raw));
}
