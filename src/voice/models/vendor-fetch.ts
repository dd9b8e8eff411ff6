import { textReply, type HttpClient, type HttpTarget } from '../../kernel/http/index.js';

/** Longer answers are none that anybody could listen to. */
const longestReplyBytes = 2 * 1024 * 1024;

/**
 * A `fetch` for a library that insists on one: what it sends goes out by the kernel's client, to this one target, once.
 * The library's own credentials are dropped for those of the target.
 *
 * @throws HttpFailure for an answer that is none; the library passes it on.
 */
export function vendorFetch(http: HttpClient, target: HttpTarget): typeof fetch {
  return async (input, init = {}) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith(target.baseUrl)) throw new Error('The library named another server than its own.');
    const { status, body } = await http.request(target, {
      method: 'POST',
      path: address.slice(target.baseUrl.length),
      headers: passedOn(new Headers(init.headers)),
      body: { bytes: Buffer.from(typeof init.body === 'string' ? init.body : ''), contentType: 'application/json' },
      reply: textReply,
      retries: 0,
      maxReplyBytes: longestReplyBytes,
      signal: init.signal ?? undefined,
    });
    return new Response(body, { status, headers: { 'content-type': 'application/json' } });
  };
}

/** Which version of its API it speaks is all that a vendor must hear from the library. */
function passedOn(headers: Headers): Record<string, string> {
  const version = headers.get('anthropic-version');
  return version === null ? {} : { 'anthropic-version': version };
}
