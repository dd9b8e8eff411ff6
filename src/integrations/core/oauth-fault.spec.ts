import { kindOfOAuthError, readOAuthFault } from './oauth-fault.js';

const fault = (status: number, body: unknown) => readOAuthFault({ status, headers: {}, text: JSON.stringify(body) });

describe('readOAuthFault', () => {
  it.each(['invalid_grant', 'invalid_client', 'unauthorized_client', 'invalid_request'])(
    'asks to sign in anew after %s',
    (error) => {
      const refused = { kind: 'credential_rejected', code: error, message: 'Revoked.' };
      expect(fault(400, { error, error_description: 'Revoked.' })).toEqual(refused);
      expect(fault(401, { error, error_description: 'Revoked.' })).toEqual(refused);
    },
  );

  it('blames no credentials for what they do not mend, nor for a service that is away', () => {
    expect(fault(400, { error: 'unsupported_grant_type' })).toBeNull();
    expect(fault(503, { error: 'invalid_grant' })).toBeNull();
  });

  it('waits where too much was asked, whatever the error is called', () => {
    expect(fault(429, { error: 'slow_down' })).toEqual({ kind: 'rate_limited', code: 'slow_down', message: undefined });
  });

  it.each([{ error: { code: 190 } }, { error: '' }, { message: 'invalid_grant' }, [], null])(
    'leaves %j to the API’s own form',
    (body) => {
      expect(fault(400, body)).toBeNull();
      expect(fault(429, body)).toBeNull();
    },
  );
});

describe('kindOfOAuthError', () => {
  it.each([
    ['invalid_client', 'credential_rejected'],
    ['invalid_grant', 'credential_rejected'],
    ['unauthorized_client', 'credential_rejected'],
    ['invalid_scope', 'rights_missing'],
    ['invalid_request', null],
    ['constructor', null],
    [undefined, null],
  ] as const)('reads %s as %s', (code, kind) => {
    expect(kindOfOAuthError(code)).toBe(kind);
  });
});
