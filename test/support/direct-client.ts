import {
  jsonReply,
  type HttpClient,
  type HttpMethod,
  type HttpRequest,
  type RawReply,
  type Verdict,
} from '../../src/kernel/http/index.js';
import type { VendorClient, VendorReply, VendorRequest, VendorSettings } from '../../src/integrations/index.js';
import { VendorMethods } from '../../src/integrations/core/vendor-methods.js';

export interface DirectClientOptions {
  http: HttpClient;
  baseUrl: string;
  /** What goes with every request besides. */
  headers?: () => NonNullable<HttpRequest<unknown>['headers']>;
  /** As the HTTP client does it, unless given. */
  retries?: number;
}

/** Asks a stand-in for Cal.com without connection, budget and history. Refusals have Cal.com's words. */
export class DirectClient extends VendorMethods implements VendorClient {
  readonly mode = 'api_key';

  constructor(private readonly options: DirectClientOptions) {
    super();
  }

  get settings(): VendorSettings {
    throw new Error('Cal.com asks for no settings.');
  }

  call<T>(method: HttpMethod, path: string, request: VendorRequest<T>): Promise<VendorReply<T>> {
    const { http, baseUrl, retries } = this.options;
    const { query, timeoutMs, json: sent } = request;
    const headers = { ...request.headers, ...this.options.headers?.() };
    const reply = 'accept' in request.reply ? request.reply : jsonReply(request.reply);
    const body = sent === undefined ? undefined : { json: sent };
    const target = { name: 'cal-com', baseUrl, hostFrom: 'operator' as const, judge };
    return http.request(target, { method, path, query, headers, timeoutMs, body, reply, retries });
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
