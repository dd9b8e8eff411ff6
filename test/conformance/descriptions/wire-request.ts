import type { WireRequest } from './described-operation.js';

interface Parts {
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: Record<string, string> | [name: string, text: string][];
}

/**
 * A request from its first line and its body.
 *
 * @example
 * wireRequest('POST https://acme.example.com/tickets?notify=true', { json: { subject: 'Help' } });
 */
export function wireRequest(line: string, { headers = {}, json, form }: Parts = {}): WireRequest {
  const [method = '', ...url] = line.split(' ');
  const request = { method, url: new URL(url.join(' ')), headers, body: null };
  if (json !== undefined) return withBody(request, 'application/json', JSON.stringify(json));
  if (form === undefined) return request;
  const fields = new URLSearchParams(form);
  return withBody(request, 'application/x-www-form-urlencoded', fields.toString());
}

/** The same request with a body of another type. */
export function withBody(request: WireRequest, contentType: string, body: string): WireRequest {
  return { ...request, headers: { ...request.headers, 'content-type': contentType }, body: Buffer.from(body) };
}
