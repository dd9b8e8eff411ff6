import { readAhrefsFault } from './ahrefs-fault.js';

const fault = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  readAhrefsFault({ status, headers, text: typeof body === 'string' ? body : JSON.stringify(body) });

describe('readAhrefsFault', () => {
  it('waits ten seconds where Ahrefs names no time, and else what it names', () => {
    expect(fault(429, { error: 'Too many requests' })).toMatchObject({ kind: 'rate_limited', retryAfterMs: 10_000 });
    expect(fault(429, { error: 'Too many requests' }, { 'retry-after': '40' })).not.toHaveProperty('retryAfterMs');
  });

  it.each([
    ['API units limit reached', ['API units']],
    ['API units limit reached for this API key', ['API units']],
    ['The limit of this token is reached', ['API units']],
    ['Insufficient plan', ['Ahrefs plan']],
  ])('names what is missing after %j', (error, missing) => {
    expect(fault(403, { error })).toMatchObject({ kind: 'rights_missing', missing });
  });

  it('passes on what is wrong with a request', () => {
    expect(fault(400, { error: 'bad select: no column foo' })).toEqual({
      kind: 'invalid_input',
      message: 'bad select: no column foo',
    });
  });

  it.each(['<html>403</html>', '', '[]', '{"error":{}}'])('leaves %j to its status', (text) => {
    expect(fault(403, text)).toBeNull();
    expect(fault(429, text)).toBeNull();
  });
});
