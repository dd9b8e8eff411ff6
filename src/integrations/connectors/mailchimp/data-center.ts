import { z } from 'zod';
import { InvalidInput } from '../../../kernel/errors/index.js';
import type { VendorSettings } from '../../core/vendor-client.js';

/** It becomes part of a host: nothing but letters, then digits. */
export const dataCenter = z.string().regex(/^[a-z]{1,10}\d{0,4}$/);

export function addressOf(dc: string): string {
  return `https://${dc}.api.mailchimp.com/3.0`;
}

export function baseUrl(settings: VendorSettings): string {
  return addressOf(dataCenter.parse(settings.fact('dc')));
}

/** @throws InvalidInput for a key that does not say where its account is. */
export function dataCenterOf(key: string): string {
  const { data } = dataCenter.safeParse(key.slice(key.lastIndexOf('-') + 1));
  if (data !== undefined && key.includes('-')) return data;
  const message = {
    en: 'Paste the whole key, with the dash and the data center at its end, such as -us21.',
    fr: 'Collez la clé complète, avec le tiret et le centre de données à la fin, comme -us21.',
  };
  throw new InvalidInput('INTEGRATIONS.MAILCHIMP_KEY_INCOMPLETE', message, [{ path: 'apiKey', message }]);
}
