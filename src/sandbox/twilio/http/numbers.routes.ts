import type { IncomingNumber } from '../state/incoming-number.js';
import type { OfferedNumber } from '../state/number-market.js';
import type { TwilioAccount } from '../state/twilio-account.js';
import type { TwilioWorld } from '../twilio-world.js';
import { invalid, notFound, type TwilioRefusal } from '../twilio-refusal.js';
import { numberForm } from './number-form.js';
import { listOf2010 } from './twilio-pages.js';
import { created, gone, ofAccount, ok, type TwilioRequest, type TwilioRoute, uriOf } from './twilio-request.js';

const collection = `${ofAccount}/IncomingPhoneNumbers.json`;
const single = `${ofAccount}/IncomingPhoneNumbers/:sid.json`;

/** The numbers of an account: bought, set up and given back. */
export function numbersRoutes(world: TwilioWorld): TwilioRoute[] {
  return [
    { product: 'api', method: 'GET', path: collection, handle: listed },
    { product: 'api', method: 'POST', path: collection, handle: (request) => bought(world, request) },
    { product: 'api', method: 'GET', path: single, handle: (request) => ok(output(numberIn(request))) },
    {
      product: 'api',
      method: 'POST',
      path: single,
      handle: (request) => {
        const { account, form } = request;
        return ok(output(account.changeNumber(numberIn(request), numberForm(form, account))));
      },
    },
    {
      product: 'api',
      method: 'DELETE',
      path: single,
      handle: (request) => {
        request.account.numbers.remove(numberIn(request).sid);
        return gone;
      },
    },
  ];
}

function listed(request: TwilioRequest) {
  const { account, query, isStale } = request;
  const [phoneNumber, friendlyName] = [query.get('PhoneNumber'), query.get('FriendlyName')];
  const all = isStale ? account.numbers.listStale() : account.numbers.list();
  const meant = all
    .filter((each) => phoneNumber === null || isPart(phoneNumber, each.phone_number))
    .filter((each) => friendlyName === null || each.friendly_name === friendlyName);
  return listOf2010(request, 'incoming_phone_numbers', meant.map(output));
}

/** Any part of a number finds it, `*` being one digit. */
function isPart(asked: string, phoneNumber: string): boolean {
  const pattern = asked.replaceAll(/[^\d*]/g, '').replaceAll('*', '\\d');
  return new RegExp(pattern).test(phoneNumber);
}

function bought(world: TwilioWorld, { account, form }: TwilioRequest) {
  const offer = offerFor(world, form);
  const { sold, phoneNumber, type } = offer;
  if (account.settings.type === 'Trial' && account.numbers.list().length > 0)
    throw invalid(21404, 'Trial accounts are allowed only one Twilio number');
  const members = numberForm(form, account);
  if (sold.addressRequirements !== 'none') checkBundle(account, offer, members.bundle_sid ?? null);
  const made = { address_requirements: sold.addressRequirements, type: spoken(type) };
  return created(output(account.addNumber({ ...made, ...members, phone_number: phoneNumber })));
}

/** @throws TwilioRefusal */
function offerFor(world: TwilioWorld, form: URLSearchParams): OfferedNumber {
  const [phoneNumber, areaCode] = [form.get('PhoneNumber'), form.get('AreaCode')];
  if (phoneNumber === null && areaCode !== null) {
    const near = world.market.offers('US', 'Local')?.find((each) => each.phoneNumber.startsWith(`+1${areaCode}`));
    if (near) return near;
    throw invalid(21452, `No phone numbers found in area code ${areaCode}`);
  }
  if (phoneNumber === null) throw invalid(21421, 'PhoneNumber or AreaCode is required');
  if (!/^\+[1-9]\d{6,14}$/.test(phoneNumber)) throw invalid(21421, `PhoneNumber is invalid: ${phoneNumber}`);
  const offer = world.market.find(phoneNumber);
  if (!offer) throw invalid(21422, `${phoneNumber} is not available for purchase`);
  return offer;
}

function checkBundle(account: TwilioAccount, { isoCountry, phoneNumber }: OfferedNumber, sid: string | null): void {
  const bundle = sid === null ? null : account.bundles.find(sid);
  if (bundle?.status === 'twilio-approved' || bundle?.status === 'provisionally-approved') return;
  throw bundleMissing(
    sid === null
      ? `The number ${phoneNumber} (${isoCountry}) requires a regulatory bundle, and BundleSid is empty`
      : `The bundle ${sid} is not an approved regulatory bundle of this account`,
  );
}

function bundleMissing(message: string): TwilioRefusal {
  return invalid(21649, message);
}

function spoken(type: OfferedNumber['type']): string {
  return type === 'TollFree' ? 'toll free' : type.toLowerCase();
}

function numberIn({ account, parts, path, isStale }: TwilioRequest): IncomingNumber {
  const { sid = '' } = parts;
  const known = isStale ? account.numbers.listStale().find((each) => each.sid === sid) : account.numbers.find(sid);
  if (!known) throw notFound(path);
  return known;
}

function output(number: IncomingNumber): Record<string, unknown> {
  const uri = uriOf(number.account_sid, `/IncomingPhoneNumbers/${number.sid}.json`);
  return { ...number, api_version: '2010-04-01', uri };
}
