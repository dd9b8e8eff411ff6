import { HttpClient, jsonReply, type HttpMethod, type RawReply, type Verdict } from '../../../../kernel/http/index.js';
import { InstantTimer } from '../../../../kernel/http/testing/instant-timer.js';
import { json, localServer, type Answer, type LocalServer } from '../../../../kernel/http/testing/local-server.js';
import type { VendorClient, VendorReply, VendorRequest, VendorSettings } from '../../../../integrations/index.js';
import { CalComApi } from '../calcom-api.js';

/** What a request was, as far as Cal.com reads it. */
export interface StagedCall {
  method: string;
  path: string;
  query: Record<string, string | string[]>;
  version: string | undefined;
  json: unknown;
}

/** A local server in Cal.com’s place, and the API before it; what it does not know how to answer is a 404. */
export class CalComStage {
  readonly #http = new HttpClient({ timer: new InstantTimer() });
  #answers: Answer[] = [];

  private constructor(private readonly server: LocalServer) {}

  static async open(): Promise<CalComStage> {
    let stage: CalComStage | undefined = undefined;
    const server = await localServer((response, request) => stage?.next()(response, request));
    stage = new CalComStage(server);
    return stage;
  }

  /** The next requests are answered so, in this order; the last answer goes on for ever. */
  play(...answers: [Answer, ...Answer[]]): CalComApi {
    this.#answers = answers;
    this.server.received.length = 0;
    return new CalComApi(new StagedClient(this.#http, this.server.url));
  }

  get calls(): StagedCall[] {
    return this.server.received.map(({ method, url, headers, body }) => {
      const { pathname: path, searchParams } = new URL(url, this.server.url);
      const names = [...new Set(searchParams.keys())];
      const query = Object.fromEntries(names.map((name) => [name, valueOf(searchParams.getAll(name))]));
      const version = headers['cal-api-version']?.toString();
      return { method, path, query, version, json: body === '' ? undefined : (JSON.parse(body) as unknown) };
    });
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.#http.onApplicationShutdown();
  }

  private next(): Answer {
    const answer = this.#answers.length > 1 ? this.#answers.shift() : this.#answers[0];
    return answer ?? json(404, {});
  }
}

/** As Cal.com wraps what it answers. */
export function success(data: unknown, more: Readonly<Record<string, unknown>> = {}): Answer {
  return json(200, { status: 'success', data, ...more });
}

/** As most refusals are told. */
export function refusal(status: number, message: string, code = 'BadRequestException'): Answer {
  return json(status, { status: 'error', path: '/v2', error: { code, message, details: {} } });
}

/** As the booking core tells them. */
export function coreRefusal(statusCode: number, message: string): Answer {
  return json(statusCode, { statusCode, message });
}

/** The connection breaks after the request came. */
export const hangUp: Answer = (response) => void response.destroy();

/** Only what the API uses: requests, judged by their status, with Cal.com’s words. */
class StagedClient implements VendorClient {
  readonly mode = 'api_key';

  constructor(
    private readonly http: HttpClient,
    private readonly baseUrl: string,
  ) {}

  get settings(): VendorSettings {
    throw new Error('The API asks for no settings.');
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
    const { query, headers, timeoutMs, json: sent } = request;
    const reply = 'accept' in request.reply ? request.reply : jsonReply(request.reply);
    const body = sent === undefined ? undefined : { json: sent };
    const target = { name: 'cal-com', baseUrl: this.baseUrl, hostFrom: 'operator' as const, judge };
    return this.http.request(target, { method, path, query, headers, timeoutMs, body, reply });
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
    const kind = kinds[status] ?? 'upstream_unavailable';
    return { kind, code: error?.code, message: error?.message ?? message };
  } catch {
    return null;
  }
}

function valueOf(values: string[]): string | string[] {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : values;
}
