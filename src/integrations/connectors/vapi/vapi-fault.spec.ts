import { readVapiFault } from './vapi-fault.js';

const fault = (status: number, body: unknown) =>
  readVapiFault({ status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body) });

describe('readVapiFault', () => {
  it('takes a public key for refused credentials, in Vapi’s own words', () => {
    const message = 'Invalid Key. Hot tip, you may be using the private key instead of the public key, or vice versa.';
    expect(fault(401, { message, error: 'Unauthorized', statusCode: 401 })).toEqual({
      kind: 'credential_rejected',
      code: 'Unauthorized',
      message,
    });
  });

  it('says all that is wrong with a request', () => {
    const message = ['limit must not be greater than 1000', 'limit must be a number'];
    expect(fault(400, { message, error: 'Bad Request', statusCode: 400 })).toMatchObject({
      kind: 'invalid_input',
      message: 'limit must not be greater than 1000; limit must be a number',
    });
  });

  it.each([429, 500, 503])('leaves %d to its status', (status) => {
    expect(fault(status, { message: 'Later', statusCode: status })).toBeNull();
  });

  it.each(['<html>403</html>', '', '[]', 'null', '{"message":7}'])('leaves %j to its status', (text) => {
    expect(fault(403, text)).toBeNull();
  });
});
