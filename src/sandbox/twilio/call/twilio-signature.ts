import { hmac } from '../../../kernel/crypto/index.js';

/**
 * What Twilio proves itself with: the address as it is asked, then each parameter by name, its values once each, in order.
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
export function twilioSignature(authToken: string, url: string, form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort();
  const pairs = names.flatMap((name) => [...new Set(form.getAll(name))].sort().map((value) => name + value));
  return hmac('sha1', authToken, url + pairs.join('')).toString('base64');
}
