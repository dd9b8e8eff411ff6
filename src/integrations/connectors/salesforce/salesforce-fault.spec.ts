import { readSalesforceFault } from './salesforce-fault.js';

const reply = (status: number, body: unknown) => ({ status, headers: {}, text: JSON.stringify(body) });

describe('what Salesforce’s refusals mean', () => {
  it.each([
    [400, 'DUPLICATES_DETECTED', 'conflict'],
    [400, 'UNABLE_TO_LOCK_ROW', 'conflict'],
    [404, 'ENTITY_IS_DELETED', 'not_found'],
    [403, 'REQUEST_LIMIT_EXCEEDED', 'rate_limited'],
    [401, 'INVALID_SESSION_ID', 'credential_rejected'],
    [403, 'INSUFFICIENT_ACCESS', 'rights_missing'],
    [400, 'REQUIRED_FIELD_MISSING', 'invalid_input'],
  ])('reads %d %s as %s', (status, errorCode, kind) => {
    const verdict = readSalesforceFault(reply(status, [{ message: 'why', errorCode, fields: ['Name'] }]));
    expect(verdict).toMatchObject({ kind, code: errorCode, message: 'why' });
  });

  it('reads the token service, which answers otherwise than the API', () => {
    expect(readSalesforceFault(reply(400, { error: 'invalid_grant', error_description: 'expired' }))).toEqual({
      kind: 'credential_rejected',
      code: 'invalid_grant',
      message: 'expired',
    });
  });

  it('blames the credentials for nothing that others could not mend', () => {
    expect(readSalesforceFault(reply(429, { error: 'rate_limit_exceeded' }))).toMatchObject({ kind: 'rate_limited' });
    expect(readSalesforceFault(reply(400, { error: 'unsupported_grant_type' }))).toBeNull();
    expect(readSalesforceFault(reply(403, { error: 'invalid_grant' }))).toBeNull();
  });

  it('leaves what is not Salesforce’s to the status', () => {
    for (const text of ['', '<html>', '[]', '{}', '[{"code":1}]']) {
      expect(readSalesforceFault({ status: 403, headers: {}, text })).toBeNull();
    }
    expect(readSalesforceFault(reply(500, [{ message: 'oops', errorCode: 'UNKNOWN_EXCEPTION' }]))).toBeNull();
  });
});
