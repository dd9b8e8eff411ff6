import { Secret } from '../../../kernel/config/index.js';
import { bytesReply, HttpFailure, type HttpClient, type HttpHeaders } from '../../../kernel/http/index.js';
import type { Deliver } from './delivery.js';

/** Cal.com gives up sooner than this; the booking waits for its webhooks. */
const timeoutMs = 5000;

/** Posts webhooks, each once. */
export function postDelivery(http: HttpClient): Deliver {
  return async ({ url, headers, body }) => {
    const { 'content-type': contentType = 'application/json', ...others } = headers;
    // So that no error repeats a signature.
    const hidden: HttpHeaders = Object.fromEntries(
      Object.entries(others).map(([name, value]) => [name, new Secret(value)]),
    );
    try {
      const { status } = await http.request(
        { name: 'agent-builder', baseUrl: url, hostFrom: 'operator' },
        {
          method: 'POST',
          headers: hidden,
          body: { bytes: Buffer.from(body), contentType },
          reply: bytesReply,
          retries: 0,
          timeoutMs,
        },
      );
      return status;
    } catch (error) {
      if (error instanceof HttpFailure && error.status !== undefined) return error.status;
      throw error;
    }
  };
}
