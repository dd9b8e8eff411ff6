import {
  type HttpClient,
  jsonReply,
  type HttpMethod,
  type RawReply,
  type Verdict,
} from '../../src/kernel/http/index.js';
import { Secret } from '../../src/kernel/config/index.js';
import type { VendorClient, VendorReply, VendorRequest, VendorSettings } from '../../src/integrations/index.js';

/** Asks a stand-in without the budget that is kept for the real one. */
export class DirectClient implements VendorClient {
  readonly mode = 'api_key';

  constructor(
    private readonly http: HttpClient,
    private readonly baseUrl: string,
    private readonly apiKey: () => string,
  ) {}

  get settings(): VendorSettings {
    throw new Error('Cal.com asks for no settings.');
  }

  async get<T>(path: string, request: VendorRequest<T>): Promise<T> {
    return (await this.call('GET', path, request)).body;
  }

  async post<T>(path: string, request: VendorRequest<T>): Promise<T> {
    return (await this.call('POST', path, request)).body;
  }

  async put<T>(path: string, request: VendorRequest<T>): Promise<T> {
    return (await this.call('PUT', path, request)).body;
  }

  async patch<T>(path: string, request: VendorRequest<T>): Promise<T> {
    return (await this.call('PATCH', path, request)).body;
  }

  async delete<T>(path: string, request: VendorRequest<T>): Promise<T> {
    return (await this.call('DELETE', path, request)).body;
  }

  call<T>(method: HttpMethod, path: string, request: VendorRequest<T>): Promise<VendorReply<T>> {
    const { query, timeoutMs, json: sent } = request;
    const headers = { ...request.headers, authorization: new Secret(`Bearer ${this.apiKey()}`) };
    const reply = 'accept' in request.reply ? request.reply : jsonReply(request.reply);
    const body = sent === undefined ? undefined : { json: sent };
    const target = { name: 'cal-com', baseUrl: this.baseUrl, hostFrom: 'operator' as const, judge };
    return this.http.request(target, { method, path, query, headers, timeoutMs, body, reply, retries: 0 });
  }

  secret(): undefined {
    return undefined;
  }

  now(): Date {
    return new Date();
  }

  wait(): Promise<void> {
    return Promise.resolve();
  }
}

const kinds: Readonly<Record<number, Verdict['kind']>> = {
  400: 'invalid_input',
  401: 'credential_rejected',
  403: 'rights_missing',
  404: 'not_found',
  409: 'conflict',
  422: 'invalid_input',
  429: 'rate_limited',
};

function judge({ status, text }: RawReply): Verdict | null {
  if (status < 300) return null;
  try {
    const { error, message } = JSON.parse(text) as { error?: { code?: string; message?: string }; message?: string };
    return { kind: kinds[status] ?? 'upstream_unavailable', code: error?.code, message: error?.message ?? message };
  } catch {
    return null;
  }
}
