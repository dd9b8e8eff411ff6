import { DirectClient } from '../../../../../test/support/direct-client.js';
import { HttpClient } from '../../../../kernel/http/index.js';
import { InstantTimer } from '../../../../kernel/http/testing/instant-timer.js';
import { json, localServer, type Answer, type LocalServer } from '../../../../kernel/http/testing/local-server.js';
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
    return new CalComApi(new DirectClient({ http: this.#http, baseUrl: this.server.url }));
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

function valueOf(values: string[]): string | string[] {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : values;
}
