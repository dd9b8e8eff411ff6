import { numberTypes } from '../state/number-market.js';
import { notFound } from '../twilio-refusal.js';
import type { TwilioWorld } from '../twilio-world.js';
import { listWithMeta } from './twilio-pages.js';
import { ok, type TwilioRequest, type TwilioRoute } from './twilio-request.js';

/** Where a number belongs, and what its country asks of whoever has one. */
export function numberFactsRoutes(world: TwilioWorld): TwilioRoute[] {
  return [
    {
      product: 'pricing',
      method: 'GET',
      path: '/v2/Voice/Numbers/:number',
      handle: (request) => ok(priceOf(world, request)),
    },
    {
      product: 'numbers',
      method: 'GET',
      path: '/v2/RegulatoryCompliance/Regulations',
      handle: (request) => listWithMeta(request, ['numbers.twilio.com', 'results'], regulations(world, request)),
    },
  ];
}

function priceOf(world: TwilioWorld, { parts, path }: TwilioRequest): Record<string, unknown> {
  const { number = '' } = parts;
  const offer = world.market.find(number);
  const country = offer && world.market.country(offer.isoCountry);
  if (!offer || !country) throw notFound(path);
  const price = (amount: string) => ({ base_price: amount, current_price: amount });
  return {
    destination_number: number,
    origination_number: null,
    country: country.name,
    iso_country: offer.isoCountry,
    price_unit: 'USD',
    outbound_call_prices: [{ ...price(country.outbound), origination_prefixes: ['ALL'] }],
    inbound_call_price: { ...price(offer.sold.inbound), number_type: offer.type.toLowerCase() },
    url: `https://pricing.twilio.com${path}`,
  };
}

function regulations(world: TwilioWorld, { query, path }: TwilioRequest): Record<string, unknown>[] {
  const iso = (query.get('IsoCountry') ?? '').toUpperCase();
  const country = world.market.country(iso);
  const asking = numberTypes.filter((type) => (country?.types[type]?.addressRequirements ?? 'none') !== 'none');
  return asking.map((type, index) => {
    const sid = `RN${String(index).padStart(32, '0')}`;
    return {
      sid,
      friendly_name: `${country?.name ?? iso}: ${type}`,
      iso_country: iso,
      number_type: type === 'TollFree' ? 'toll-free' : type.toLowerCase(),
      end_user_type: 'business',
      requirements: {},
      url: `https://numbers.twilio.com${path}/${sid}`,
    };
  });
}
