import type { WireReply, WireRequest } from './exchange.js';
import { AddressRefused } from './http.errors.js';
import { anonymousHeaders, type PreparedCall } from './prepared-call.js';
import { parseUrl } from './request-url.js';

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * The request that a redirect asks for. To another origin nothing goes along but what anyone may know.
 *
 * @returns null when the reply is no redirect.
 * @throws AddressRefused when it leads from https to http, or to what is no http(s) address.
 */
export function redirected(call: PreparedCall<unknown>, wire: WireRequest, reply: WireReply): WireRequest | null {
  const { location } = reply.headers;
  if (location === undefined || !redirects.has(reply.status)) return null;
  const url = parseUrl(location, wire.url);
  if (wire.url.protocol === 'https:' && url.protocol !== 'https:') throw new AddressRefused('scheme');
  const headers = url.origin === wire.url.origin ? wire.headers : anonymousHeaders(call.request);
  return { ...wire, url, headers };
}
