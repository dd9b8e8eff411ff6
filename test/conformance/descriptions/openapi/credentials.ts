import { isJson, type Json, listOf, membersOf } from '../schemas/api-document.js';
import type { WireRequest } from '../described-operation.js';
import { headerOf } from './headers.js';

/** What a request proves who sends it with, as the description's security schemes have it. */
export class Credentials {
  private readonly schemes: ReadonlyMap<string, Json>;

  constructor(schemes: unknown) {
    this.schemes = new Map(membersOf(schemes));
  }

  /** Empty where one of the alternatives is met in full, or none is asked for. */
  problems(alternatives: unknown, request: WireRequest): string[] {
    const ways = listOf(alternatives);
    if (ways.length === 0 || ways.some((way) => this.isMet(way, request))) return [];
    return [`no credential: one of ${ways.map((way) => Object.keys(way).join(' with ')).join(', ')} is needed`];
  }

  /** The query parameters that carry credentials. */
  queryNames(alternatives: unknown): string[] {
    return listOf(alternatives)
      .flatMap((way) => Object.keys(way))
      .map((name) => this.schemes.get(name))
      .filter((scheme) => scheme?.in === 'query')
      .map((scheme) => String(scheme?.name));
  }

  private isMet(way: Json, request: WireRequest): boolean {
    return Object.keys(way).every((name) => {
      const scheme = this.schemes.get(name);
      return !isJson(scheme) || carries(scheme, request);
    });
  }
}

function carries(scheme: Json, request: WireRequest): boolean {
  const authorization = headerOf(request.headers, 'authorization') ?? '';
  switch (scheme.type) {
    case 'apiKey':
      return carriesKey(scheme, request);
    case 'http':
      return matchesScheme(String(scheme.scheme).toLowerCase(), authorization);
    case 'oauth2':
    case 'openIdConnect':
      return /^bearer \S+$/i.test(authorization);
    default:
      return true;
  }
}

function carriesKey(scheme: Json, { headers, url }: WireRequest): boolean {
  const name = String(scheme.name);
  const key = scheme.in === 'query' ? url.searchParams.get(name) : headerOf(headers, name);
  return Boolean(key?.trim());
}

function matchesScheme(scheme: string, authorization: string): boolean {
  if (scheme === 'basic') {
    const text = /^basic (\S+)$/i.exec(authorization)?.[1] ?? '';
    return Buffer.from(text, 'base64').toString('utf8').includes(':');
  }
  // Two vendors name the protocol in place of the scheme: of OAuth 1.0a it is the scheme, of 2.0 it is a bearer's.
  if (scheme === 'oauth') return /^oauth \S+/i.test(authorization);
  return /^bearer \S+$/i.test(authorization);
}
