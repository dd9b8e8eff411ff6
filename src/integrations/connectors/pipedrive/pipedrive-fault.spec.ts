import { readPipedriveFault } from './pipedrive-fault.js';

const limit = { success: false, error: 'request over limit', errorCode: 429 };
const reply = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  status,
  headers,
  text: JSON.stringify(body),
});

describe('what Pipedrive’s refusals mean', () => {
  it.each([
    ['until the window ends', { 'x-ratelimit-reset': '2' }, 2_000],
    ['an hour where the day’s tokens are used up', { 'x-daily-ratelimit-token-remaining': '0' }, 3_600_000],
    ['as long as is usual where nothing is told', {}, undefined],
  ])('waits %s', (_what, headers, retryAfterMs) => {
    expect(readPipedriveFault(reply(429, limit, headers))).toMatchObject({ kind: 'rate_limited', retryAfterMs });
  });

  it('takes a page for too many requests, not for wrong credentials', () => {
    const html = { status: 403, headers: { 'content-type': 'text/html' }, text: '<html>Cloudflare</html>' };
    const blocked = { kind: 'rate_limited', retryAfterMs: 300_000 };
    expect(readPipedriveFault(html)).toMatchObject(blocked);
    expect(readPipedriveFault({ ...html, text: 'Access denied' })).toMatchObject(blocked);
    expect(readPipedriveFault({ ...html, headers: {} })).toMatchObject(blocked);
    expect(readPipedriveFault({ ...html, status: 404 })).toBeNull();
  });

  it('names the limit of the plan, or says what Pipedrive says', () => {
    const capped = { success: false, error: 'Limit reached', code: 'feature_capping_deals' };
    expect(readPipedriveFault(reply(403, capped))?.missing).toEqual(['feature_capping_deals']);
    expect(readPipedriveFault(reply(402, { ...limit, error: 'closed', errorCode: 402 }))?.missing).toEqual(['closed']);
  });

  it('asks for a new sign-in when a refresh token has ended', () => {
    const ended = { success: false, error: 'invalid_grant', error_description: 'Refresh token is invalid' };
    expect(readPipedriveFault(reply(400, ended))).toEqual({
      kind: 'credential_rejected',
      code: 'invalid_grant',
      message: 'Refresh token is invalid',
    });
    expect(readPipedriveFault(reply(400, { ...limit, error: 'Bad title' }))?.kind).toBe('invalid_input');
  });

  it('leaves the rest to the status', () => {
    expect(readPipedriveFault(reply(404, { success: false, error: 'Deal not found' }))).toBeNull();
    expect(readPipedriveFault(reply(401, {}))).toBeNull();
  });
});
