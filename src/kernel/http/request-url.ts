import { Secret } from '../config/index.js';
import { AddressRefused } from './http.errors.js';
import type { HttpQuery } from './http-request.js';

/**
 * A path with its values encoded, so that an id from outside cannot lead elsewhere.
 *
 * @example
 * route`/call/${call.vapiId}/recording`
 * @throws AddressRefused for a value that would be a step up or down the path.
 */
export function route(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const encoded = values.map((value) => encodeURIComponent(value));
  if (encoded.some((value) => value === '' || value === '.' || value === '..')) throw new AddressRefused('path');
  return String.raw({ raw: texts }, ...encoded);
}

/** @throws AddressRefused when the parts do not make an http(s) URL below the base. */
export function requestUrl(baseUrl: string, path = '', query: HttpQuery = {}): URL {
  const url = parseUrl(baseUrl);
  if (path !== '') {
    assertPlainPath(path);
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
  }
  for (const [name, value] of queryPairs(query)) url.searchParams.append(name, value);
  url.hash = '';
  return url;
}

/** @throws AddressRefused unless it is http(s) and free of credentials, which would end up in logs. */
export function parseUrl(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) throw new AddressRefused('not a URL');
  const url = new URL(text, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new AddressRefused('scheme');
  if (url.username !== '' || url.password !== '') throw new AddressRefused('credentials');
  return url;
}

/** The query as it is sent; each value of a list is a pair of its own. */
export function queryPairs(query: HttpQuery): [string, string][] {
  return Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const values = Array.isArray(value) ? value : [value];
    return values.map((each): [string, string] => [name, each instanceof Secret ? each.reveal() : String(each)]);
  });
}

/** Dot segments, encoded or not, climb out of the base path; control characters vanish when a URL is parsed and could hide them. */
function assertPlainPath(path: string): void {
  const climbs = path.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment));
  if (climbs || /[?#\\\p{Cc}]/u.test(path)) throw new AddressRefused('path');
}
