import type { WireRequest } from '../described-operation.js';
import { wireRequest } from '../wire-request.js';

/** Requests as vendors’ guides show them, and what their descriptions say against the same requests with one thing wrong. */
export interface RealRequests {
  readonly file: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly accepted: readonly Case[];
  /** Null where the description has no such operation. */
  readonly refused: readonly (readonly [request: Case, problems: readonly string[] | null])[];
}

type Case = string | readonly [line: string, body: Parameters<typeof wireRequest>[1]];

export function realRequest(one: Case, headers: Readonly<Record<string, string>> = {}): WireRequest {
  const [line, body = {}] = typeof one === 'string' ? [one] : one;
  return wireRequest(line, { headers, ...body });
}

export const bearer = { authorization: 'Bearer token' };
export const basic = { authorization: `Basic ${Buffer.from('name:secret').toString('base64')}` };

/** For a choice among many, which the problem lists. */
export function noneOf(place: string): string {
  return expect.stringContaining(`${place} must be one of `) as string;
}
