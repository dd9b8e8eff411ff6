import { InvalidInput } from '../../../kernel/errors/index.js';
import type { VendorSettings } from '../../core/vendor-client.js';

export const selfHosted = 'self-hosted';

/** Cal.com runs it twice; accounts, keys and applications of the one are unknown to the other. */
const clouds: Readonly<Record<string, string>> = { cloud: 'cal.com', eu: 'cal.eu' };

export const apiHosts = Object.values(clouds).map((domain) => `api.${domain}`);

/** Where the API begins, without `/v2`. @throws InvalidInput where the address of one's own is missing. */
export function apiUrlOf(settings: Pick<VendorSettings, 'text' | 'optionalText'>): string {
  const region = settings.text('region');
  return region === selfHosted ? ownUrl(settings) : `https://api.${domainOf(region)}`;
}

/** Where people sign in. */
export function appUrlOf(settings: Pick<VendorSettings, 'text'>): string {
  return `https://app.${domainOf(settings.text('region'))}`;
}

/** The host of an API that its users run themselves. */
export function ownHostOf(settings: VendorSettings): string | undefined {
  return settings.text('region') === selfHosted ? new URL(ownUrl(settings)).hostname : undefined;
}

function domainOf(region: string): string {
  return clouds[region] ?? 'cal.com';
}

function ownUrl(settings: Pick<VendorSettings, 'optionalText'>): string {
  const given = settings.optionalText('baseUrl');
  if (given === undefined)
    throw new InvalidInput('INTEGRATIONS.ADDRESS_MISSING', missing, [{ path, message: missing }]);
  // People copy it from examples, which go on with the version.
  return given.replace(/\/$/, '').replace(/\/v2$/, '');
}

const path = 'credentials.baseUrl';
const missing = {
  en: 'Enter the address of your own Cal.com API.',
  fr: 'Indiquez l’adresse de votre propre API Cal.com.',
};
