import { readTwilioFault } from './twilio-fault.js';

const fault = (status: number, body: unknown) =>
  readTwilioFault({ status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body) });

describe('readTwilioFault', () => {
  it.each([
    [400, 21421, 'invalid_input'],
    [401, 20003, 'credential_rejected'],
    [404, 20404, 'not_found'],
    [409, 20409, 'conflict'],
    [429, 20429, 'rate_limited'],
  ])('takes %d with code %d for %s, in Twilio’s own words', (status, code, kind) => {
    const body = { code, message: 'What was wrong', more_info: `https://www.twilio.com/docs/errors/${code}`, status };
    expect(fault(status, body)).toEqual({ kind, code: String(code), message: 'What was wrong' });
  });

  it('names what is missing where something is not allowed', () => {
    const body = { code: 20005, message: 'Account not active', status: 403 };
    expect(fault(403, body)).toMatchObject({ kind: 'rights_missing', missing: ['Account not active'] });
  });

  it.each([500, 503])('leaves %d to its status', (status) => {
    expect(fault(status, { code: 20500, message: 'Internal', status })).toBeNull();
  });

  it.each(['<html>404</html>', '', '[]', 'null', '{"message":7}'])('leaves %j to its status', (text) => {
    expect(fault(404, text)).toBeNull();
  });
});
