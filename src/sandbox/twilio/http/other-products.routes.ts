import type { Alert, OriginationUrl } from '../state/other-resources.js';
import { numberTypes, type SoldCountry } from '../state/number-market.js';
import { moreInfo, notFound } from '../twilio-refusal.js';
import type { TwilioWorld } from '../twilio-world.js';
import { listWithMeta } from './twilio-pages.js';
import { ok, type TwilioRequest, type TwilioRoute } from './twilio-request.js';

/** What other hosts of Twilio answer: prices, trunks, regions, alerts, papers. */
export function otherProductsRoutes(world: TwilioWorld): TwilioRoute[] {
  return [
    {
      product: 'pricing',
      method: 'GET',
      path: '/v1/PhoneNumbers/Countries/:country',
      handle: (request) => ok(numberPrices(request, countryIn(world, request))),
    },
    {
      product: 'pricing',
      method: 'GET',
      path: '/v2/Voice/Countries/:country',
      handle: (request) => ok(voicePrices(request, countryIn(world, request))),
    },
    { product: 'trunking', method: 'GET', path: '/v1/Trunks/:trunk/OriginationUrls', handle: originationUrls },
    { product: 'routes', method: 'GET', path: '/v2/PhoneNumbers/:number', handle: regionOf },
    { product: 'monitor', method: 'GET', path: '/v1/Alerts', handle: alerts },
    { product: 'monitor', method: 'GET', path: '/v1/Alerts/:sid', handle: alert },
    { product: 'numbers', method: 'GET', path: '/v2/RegulatoryCompliance/Bundles/:sid', handle: bundle },
  ];
}

function countryIn(world: TwilioWorld, { parts, path }: TwilioRequest): SoldCountry {
  const country = world.market.country(parts.country ?? '');
  if (!country) throw notFound(path);
  return country;
}

function typesOf({ types }: SoldCountry) {
  return numberTypes.flatMap((type) => {
    const sold = types[type];
    return sold ? [{ number_type: type === 'TollFree' ? 'toll free' : type.toLowerCase(), sold }] : [];
  });
}

function head({ parts, path }: TwilioRequest, { name }: SoldCountry) {
  const iso = (parts.country ?? '').toUpperCase();
  return { country: name, iso_country: iso, price_unit: 'USD', url: `https://pricing.twilio.com${path}` };
}

function numberPrices(request: TwilioRequest, country: SoldCountry): Record<string, unknown> {
  const prices = typesOf(country).map(({ number_type, sold: { monthly } }) => ({
    number_type,
    base_price: monthly,
    current_price: monthly,
  }));
  return { ...head(request, country), phone_number_prices: prices };
}

function voicePrices(request: TwilioRequest, country: SoldCountry): Record<string, unknown> {
  const inbound = typesOf(country).map(({ number_type, sold }) => ({
    number_type,
    base_price: sold.inbound,
    current_price: sold.inbound,
  }));
  const outbound = {
    base_price: country.outbound,
    current_price: country.outbound,
    destination_prefixes: [Object.values(country.types)[0]?.prefix.slice(1, 3) ?? ''],
    origination_prefixes: ['ALL'],
    friendly_name: `Programmable Outbound Minute - ${country.name}`,
  };
  return { ...head(request, country), inbound_call_prices: inbound, outbound_prefix_prices: [outbound] };
}

function originationUrls(request: TwilioRequest) {
  const { account, parts, path } = request;
  const known = account.originationUrls.list().filter(({ trunk_sid: trunk }) => trunk === parts.trunk);
  if (known.length === 0) throw notFound(path);
  const output = (each: OriginationUrl) => ({ ...each, url: `https://trunking.twilio.com${path}/${each.sid}` });
  return listWithMeta(request, ['trunking.twilio.com', 'origination_urls'], known.map(output));
}

function regionOf({ account, parts, path }: TwilioRequest) {
  const { number: asked } = parts;
  const number = account.numbers.list().find(({ sid, phone_number: each }) => sid === asked || each === asked);
  if (!number) throw notFound(path);
  const { phone_number: phoneNumber, sid, friendly_name: name, account_sid: owner } = number;
  const at = account.now().toISOString();
  return ok({
    phone_number: phoneNumber,
    sid: `QQ${sid.slice(2)}`,
    account_sid: owner,
    friendly_name: name,
    voice_region: account.regions.get(phoneNumber) ?? 'us1',
    date_created: at,
    date_updated: at,
    url: `https://routes.twilio.com/v2/PhoneNumbers/${phoneNumber}`,
  });
}

function alerts(request: TwilioRequest) {
  const { account, query } = request;
  const [level, from, to] = [query.get('LogLevel'), query.get('StartDate'), query.get('EndDate')];
  const meant = account.alerts
    .list()
    .filter((each) => level === null || each.log_level === level)
    .filter((each) => from === null || each.date_generated >= from)
    .filter((each) => to === null || each.date_generated <= to);
  return listWithMeta(request, ['monitor.twilio.com', 'alerts'], meant.map(shortAlert));
}

function alert({ account, parts, path }: TwilioRequest) {
  const known = account.alerts.find(parts.sid ?? '');
  if (!known) throw notFound(path);
  const { request_variables, response_body, response_headers } = known;
  return ok({ ...shortAlert(known), request_variables, request_headers: null, response_body, response_headers });
}

function shortAlert(each: Alert): Record<string, unknown> {
  const { request_variables: _, response_body: __, response_headers: ___, ...told } = each;
  return {
    ...told,
    api_version: '2010-04-01',
    date_created: each.date_generated,
    date_updated: each.date_generated,
    more_info: moreInfo(Number(each.error_code)),
    service_sid: null,
    url: `https://monitor.twilio.com/v1/Alerts/${each.sid}`,
  };
}

function bundle({ account, parts, path }: TwilioRequest) {
  const known = account.bundles.find(parts.sid ?? '');
  if (!known) throw notFound(path);
  const url = `https://numbers.twilio.com${path}`;
  const links = { evaluations: `${url}/Evaluations`, item_assignments: `${url}/ItemAssignments` };
  return ok({ ...known, status_callback: null, url, links });
}
