import { rfc2822 } from '../state/rfc2822.js';
import type { TwilioAccount } from '../state/twilio-account.js';
import { ofAccount, ok, type TwilioRoute, uriOf } from './twilio-request.js';

/** Who the credentials belong to, and what is left of the money. */
export function accountRoutes(): TwilioRoute[] {
  return [
    {
      product: 'api',
      method: 'GET',
      path: `${ofAccount}.json`,
      handle: ({ account }) => ok(accountOutput(account)),
    },
    {
      product: 'api',
      method: 'GET',
      path: `${ofAccount}/Balance.json`,
      handle: ({ account: { sid, settings } }) =>
        ok({ account_sid: sid, balance: settings.balance ?? '20.00', currency: settings.currency ?? 'USD' }),
    },
  ];
}

const since = rfc2822(new Date('2024-01-08T09:00:00Z'));
const parts = ['AvailablePhoneNumbers', 'Calls', 'IncomingPhoneNumbers', 'Recordings', 'Applications', 'Balance'];

function accountOutput({ sid, settings }: TwilioAccount): Record<string, unknown> {
  const { authToken, friendlyName = 'Stand-in', status = 'active', type = 'Full' } = settings;
  return {
    sid,
    owner_account_sid: sid,
    auth_token: authToken,
    friendly_name: friendlyName,
    status,
    type,
    date_created: since,
    date_updated: since,
    uri: uriOf(sid, '.json'),
    subresource_uris: Object.fromEntries(parts.map((part) => [snakeCase(part), uriOf(sid, `/${part}.json`)])),
  };
}

function snakeCase(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
}
