import type { Exchange } from './fixtures.js';
import type { StagedRequest } from './vendor-stage.js';

/** A request in the shape of a fixture's, for comparing; query and form in the order of their names. */
export function asSeen(request: StagedRequest, expected: Exchange['request']): unknown {
  const { method, url, headers, body } = request;
  return {
    method,
    url: sortedUrl(url),
    ...(expected.headers && {
      headers: Object.fromEntries(Object.keys(expected.headers).map((name) => [name, headers[name]])),
    }),
    ...(expected.anyBody ? { anyBody: true } : bodyAs(body, headers['content-type'] ?? '')),
  };
}

export function asExpected(request: Exchange['request']): unknown {
  const { url, form, ...others } = request;
  return { ...others, url: sortedUrl(new URL(url)), ...(form && { form: sorted(Object.entries(form)) }) };
}

function bodyAs(body: string, contentType: string): Record<string, unknown> {
  if (body === '') return {};
  if (contentType.includes('json')) return { json: JSON.parse(body) as unknown };
  if (contentType.includes('x-www-form-urlencoded')) return { form: sorted([...new URLSearchParams(body)]) };
  return { text: body };
}

function sortedUrl(url: URL): string {
  const copy = new URL(url);
  copy.searchParams.sort();
  return copy.href;
}

function sorted(pairs: [string, string][]): [string, string][] {
  return pairs.sort(([a], [b]) => a.localeCompare(b));
}
