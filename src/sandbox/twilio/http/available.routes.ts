import { numberTypes, type OfferedNumber } from '../state/number-market.js';
import type { TwilioWorld } from '../twilio-world.js';
import { invalid, notFound } from '../twilio-refusal.js';
import { ofAccount, ok, type TwilioRequest, type TwilioRoute, uriOf } from './twilio-request.js';

/** Numbers that can be bought. */
export function availableRoutes(world: TwilioWorld): TwilioRoute[] {
  return [
    {
      product: 'api',
      method: 'GET',
      path: `${ofAccount}/AvailablePhoneNumbers/:country/:type.json`,
      handle: (request) => {
        const meant = offersFor(world, request);
        const available = meant.slice(0, sizeIn(request.query)).map(output);
        return ok({ available_phone_numbers: available, uri: `${request.path}${request.search}` });
      },
    },
    {
      product: 'api',
      method: 'GET',
      path: `${ofAccount}/AvailablePhoneNumbers/:country.json`,
      handle: ({ account, parts, path }) => {
        const { country: iso = '' } = parts;
        const country = world.market.country(iso);
        if (!country) throw notFound(path);
        const below = (part: string) => uriOf(account.sid, `/AvailablePhoneNumbers/${iso}/${part}.json`);
        const types = numberTypes.filter((type) => country.types[type] !== undefined);
        const subresources = Object.fromEntries(types.map((type) => [subresource(type), below(type)]));
        return ok({ country_code: iso, country: country.name, uri: path, beta: false, subresource_uris: subresources });
      },
    },
  ];
}

function offersFor(world: TwilioWorld, { parts, query, path }: TwilioRequest): OfferedNumber[] {
  const type = numberTypes.find((each) => each === parts.type);
  const offers = type && world.market.offers(parts.country ?? '', type);
  if (!offers) throw notFound(path);
  const contains = query.get('Contains');
  const wantsNone = query.get('ExcludeAllAddressRequired') === 'true';
  return offers
    .filter(({ phoneNumber }) => contains === null || hasPart(phoneNumber, contains))
    .filter(({ sold }) => !wantsNone || sold.addressRequirements === 'none');
}

/** Two characters at least; `*` is one digit. */
function hasPart(phoneNumber: string, contains: string): boolean {
  const asked = contains.replaceAll(/[^\d*]/g, '');
  if (asked.length < 2) throw invalid(20001, `Contains is too short: ${contains}`);
  return new RegExp(asked.replaceAll('*', '\\d')).test(phoneNumber);
}

function sizeIn(query: URLSearchParams): number {
  const size = Number(query.get('PageSize') ?? 30);
  if (!Number.isInteger(size) || size < 1) throw invalid(20001, 'PageSize is not valid');
  return size;
}

function subresource(type: (typeof numberTypes)[number]): string {
  return type === 'TollFree' ? 'toll_free' : type.toLowerCase();
}

function output({ phoneNumber, isoCountry, sold }: OfferedNumber): Record<string, unknown> {
  return {
    phone_number: phoneNumber,
    friendly_name: phoneNumber,
    iso_country: isoCountry,
    lata: null,
    locality: sold.locality ?? null,
    rate_center: null,
    latitude: null,
    longitude: null,
    region: null,
    postal_code: null,
    address_requirements: sold.addressRequirements,
    beta: false,
    capabilities: { voice: true, sms: false, mms: false },
  };
}
