import { readGoogleSearchConsoleFault } from './google-search-console-fault.js';

const fault = (status: number, body: unknown) =>
  readGoogleSearchConsoleFault({
    status,
    headers: {},
    text: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('readGoogleSearchConsoleFault', () => {
  it('waits a quarter of an hour for a quota, and as long as Google says for a rate', () => {
    const quota = { code: 403, message: 'Quota exceeded', errors: [{ reason: 'quotaExceeded' }] };
    expect(fault(403, { error: quota })).toMatchObject({ kind: 'rate_limited', retryAfterMs: 900_000 });
    const rate = { code: 429, status: 'RESOURCE_EXHAUSTED', details: [{ retryDelay: '2.5s' }] };
    expect(fault(429, { error: rate })).toMatchObject({ kind: 'rate_limited', retryAfterMs: 2_500 });
  });

  it('tells a token that has ended from a service that is down', () => {
    expect(fault(400, { error: 'invalid_grant' })).toMatchObject({ kind: 'credential_rejected' });
    expect(fault(503, { error: 'temporarily_unavailable' })).toBeNull();
  });

  it('blames the credentials for nothing that others could not mend', () => {
    expect(fault(429, { error: 'rate_limit_exceeded' })).toMatchObject({ kind: 'rate_limited' });
    expect(fault(400, { error: 'invalid_scope' })).toBeNull();
    expect(fault(403, { error: 'invalid_grant' })).toBeNull();
  });

  it.each(['<html>403</html>', '', '[]', '{"error":{"message":7}}'])('leaves %j to its status', (text) => {
    expect(fault(403, text)).toBeNull();
    expect(fault(429, text)).toBeNull();
  });
});
