import type { HttpMethod, HttpQuery } from '../../../kernel/http/index.js';
import type { VendorClient, VendorRequest } from '../../../integrations/index.js';
import { calComVersion } from './calcom-versions.js';
import { namedOutcome, type Reading } from './named-outcome.js';

export interface CallLimits {
  /** All attempts together. */
  readonly timeoutMs?: number | undefined;
}

interface CalComRequest<T> extends CallLimits {
  readonly reply: VendorRequest<T>['reply'];
  readonly query?: HttpQuery | undefined;
  readonly json?: Readonly<Record<string, unknown>> | undefined;
  /** What refusals of this request mean, the first that knows wins. */
  readonly readings?: readonly Reading[] | undefined;
}

/** Requests to Cal.com: the right version for each resource, and refusals as named outcomes. */
export class CalComRequests {
  constructor(private readonly client: VendorClient) {}

  get<T>(path: string, request: CalComRequest<T>): Promise<T> {
    return this.send('GET', path, request);
  }

  /** Sent once: Cal.com takes no idempotency keys. @throws OutcomeUnknown when it may have been done all the same. */
  post<T>(path: string, request: CalComRequest<T>): Promise<T> {
    return this.send('POST', path, request);
  }

  /** @throws OutcomeUnknown as `post`. */
  patch<T>(path: string, request: CalComRequest<T>): Promise<T> {
    return this.send('PATCH', path, request);
  }

  delete<T>(path: string, request: CalComRequest<T>): Promise<T> {
    return this.send('DELETE', path, request);
  }

  private async send<T>(method: HttpMethod, path: string, request: CalComRequest<T>): Promise<T> {
    const { readings = [], timeoutMs, query, json, reply } = request;
    const headers = { 'cal-api-version': calComVersion(path) };
    try {
      return (await this.client.call(method, path, { headers, query, json, reply, timeoutMs })).body;
    } catch (error) {
      throw namedOutcome(error, readings);
    }
  }
}
