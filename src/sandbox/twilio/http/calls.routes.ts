import { type Call, isOver } from '../state/call.js';
import type { CallEvent } from '../state/other-resources.js';
import { invalid, notFound } from '../twilio-refusal.js';
import type { LiveCalls, NextDocument } from '../call/live-calls.js';
import { listOf2010 } from './twilio-pages.js';
import {
  created,
  ofAccount,
  ok,
  type TwilioReply,
  type TwilioRequest,
  type TwilioRoute,
  uriOf,
} from './twilio-request.js';

const collection = `${ofAccount}/Calls.json`;
const single = `${ofAccount}/Calls/:sid.json`;

/** Calls: listed, made, and changed while they last. */
export function callsRoutes(live: LiveCalls): TwilioRoute[] {
  return [
    { product: 'api', method: 'GET', path: collection, handle: listed },
    { product: 'api', method: 'POST', path: collection, handle: (request) => made(live, request) },
    { product: 'api', method: 'GET', path: single, handle: (request) => ok(output(callIn(request))) },
    { product: 'api', method: 'POST', path: single, handle: (request) => changed(live, request) },
    {
      product: 'api',
      method: 'GET',
      path: `${ofAccount}/Calls/:sid/Events.json`,
      handle: (request) => {
        const { sid } = callIn(request);
        const events = request.account.events.list().filter(({ call_sid: each }) => each === sid);
        return listOf2010(request, 'events', events.reverse().map(eventOutput));
      },
    },
  ];
}

function listed(request: TwilioRequest): TwilioReply {
  const { account, query, isStale } = request;
  const all = isStale ? account.calls.listStale() : account.calls.list();
  const exact = (['To', 'From', 'Status', 'ParentCallSid'] as const).map((name) => ({ name, asked: query.get(name) }));
  const meant = all
    .filter((call) => exact.every(({ name, asked }) => asked === null || valueOf(call, name) === asked))
    .filter((call) => isWithin(call.start_time, query, 'StartTime') && isWithin(call.end_time, query, 'EndTime'));
  return listOf2010(request, 'calls', meant.map(output));
}

function valueOf(call: Call, name: 'To' | 'From' | 'Status' | 'ParentCallSid'): string | null {
  const values = { To: call.to, From: call.from, Status: call.status, ParentCallSid: call.parent_call_sid };
  return values[name];
}

/** `StartTime`, `StartTime>` and `StartTime<` name days or instants, themselves included. */
function isWithin(at: string | null, query: URLSearchParams, name: string): boolean {
  const [on, from, to] = [query.get(name), query.get(`${name}>`), query.get(`${name}<`)];
  if (on === null && from === null && to === null) return true;
  if (at === null) return false;
  const time = new Date(at).getTime();
  return (
    (on === null || (time >= startOf(on) && time <= endOf(on))) &&
    (from === null || time >= startOf(from)) &&
    (to === null || time <= endOf(to))
  );
}

function startOf(text: string): number {
  const time = new Date(text).getTime();
  if (Number.isNaN(time)) throw invalid(20001, `Not a date: ${text}`);
  return time;
}

function endOf(text: string): number {
  return startOf(text) + (/^\d{4}-\d\d-\d\d$/.test(text) ? 86_399_000 : 0);
}

function made(live: LiveCalls, { account, form }: TwilioRequest): TwilioReply {
  const [to, from] = [form.get('To'), form.get('From')];
  if (!to) throw invalid(21201, "No 'To' number is specified");
  if (!from) throw invalid(21213, "No 'From' number is specified");
  if (!/^(\+[1-9]\d{6,14}|sip:.+|client:.+)$/.test(to)) throw invalid(21211, `Invalid 'To' Phone Number: ${to}`);
  if (!account.findNumber(from))
    throw invalid(21210, `The source phone number provided, ${from}, is not yet verified for your account`);
  const hasDocument = ['Url', 'Twiml', 'ApplicationSid'].some((name) => form.get(name));
  if (!hasDocument) throw invalid(21205, 'Url parameter is required.');
  const application = form.get('ApplicationSid');
  if (application && !account.applications.find(application))
    throw invalid(21218, `Invalid ApplicationSid: ${application}`);
  const call = account.addCall({ to, from, direction: 'outbound-api', status: 'queued' });
  live.ordered(call.sid, form);
  return created(output(call));
}

function changed(live: LiveCalls, request: TwilioRequest): TwilioReply {
  const { account, form } = request;
  const call = callIn(request);
  const [status, url, twiml] = [form.get('Status'), form.get('Url'), form.get('Twiml')];
  if (isOver(call)) throw invalid(21220, `Call is not in-progress. Cannot redirect. (${call.sid})`);
  if (twiml !== null && twiml.length > 4000) throw invalid(21205, 'Twiml is longer than 4000 characters');
  if (status !== null && status !== 'completed' && status !== 'canceled')
    throw invalid(21218, `Invalid status: ${status}`);
  const isEnded = status !== null;
  const reached = live.change(call.sid, { isEnded, document: documentIn({ url, twiml, method: form.get('Method') }) });
  const ended = reached || !isEnded ? call : account.changeCall(call, { status });
  return ok(output(ended ?? call));
}

interface AskedDocument {
  readonly url: string | null;
  readonly twiml: string | null;
  readonly method: string | null;
}

function documentIn({ url, twiml, method }: AskedDocument): NextDocument | null {
  if (twiml !== null) return { twiml };
  return url === null ? null : { url, method: method === 'GET' ? 'GET' : 'POST' };
}

function callIn({ account, parts, path, isStale }: TwilioRequest): Call {
  const { sid = '' } = parts;
  const known = isStale ? account.calls.listStale().find((each) => each.sid === sid) : account.calls.find(sid);
  if (!known) throw notFound(path);
  return known;
}

const below = ['notifications', 'recordings', 'payments', 'events', 'siprec', 'streams', 'transcriptions'];

function output(call: Call): Record<string, unknown> {
  const { sid, account_sid: owner, to, from } = call;
  const at = (part: string) => uriOf(owner, `/Calls/${sid}${part}.json`);
  const subresources: Record<string, string> = {};
  for (const name of below) subresources[name] = at(`/${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  return {
    ...call,
    to_formatted: to,
    from_formatted: from,
    api_version: '2010-04-01',
    uri: at(''),
    subresource_uris: subresources,
  };
}

function eventOutput({ request, response }: CallEvent): Record<string, unknown> {
  return { request, response };
}
