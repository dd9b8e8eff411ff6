import type { Application } from '../state/other-resources.js';
import { notFound } from '../twilio-refusal.js';
import { listOf2010 } from './twilio-pages.js';
import { ofAccount, ok, type TwilioRoute, uriOf } from './twilio-request.js';

/** Sets of addresses that numbers can name instead of their own. */
export function applicationsRoutes(): TwilioRoute[] {
  return [
    {
      product: 'api',
      method: 'GET',
      path: `${ofAccount}/Applications.json`,
      handle: (request) => {
        const name = request.query.get('FriendlyName');
        const all = request.account.applications.list();
        const meant = all.filter(({ friendly_name: each }) => name === null || each === name);
        return listOf2010(request, 'applications', meant.map(output));
      },
    },
    {
      product: 'api',
      method: 'GET',
      path: `${ofAccount}/Applications/:sid.json`,
      handle: ({ account, parts, path }) => {
        const known = account.applications.find(parts.sid ?? '');
        if (!known) throw notFound(path);
        return ok(output(known));
      },
    },
  ];
}

function output(application: Application): Record<string, unknown> {
  return {
    ...application,
    api_version: '2010-04-01',
    message_status_callback: '',
    sms_fallback_method: 'POST',
    sms_fallback_url: '',
    sms_method: 'POST',
    sms_status_callback: '',
    sms_url: '',
    voice_caller_id_lookup: false,
    uri: uriOf(application.account_sid, `/Applications/${application.sid}.json`),
  };
}
