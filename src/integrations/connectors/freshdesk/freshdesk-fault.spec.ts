import { readFreshdeskFault } from './freshdesk-fault.js';

const fault = (status: number, body: unknown) =>
  readFreshdeskFault({ status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body) });

describe('readFreshdeskFault', () => {
  it('names the contact that is there already', () => {
    const errors = [
      {
        field: 'email',
        message: 'It should be a unique value',
        code: 'duplicate_value',
        additional_info: { user_id: 434 },
      },
    ];
    expect(fault(409, { description: 'Validation failed', errors })).toEqual({
      kind: 'conflict',
      code: 'duplicate_value',
      message: 'Validation failed; email: It should be a unique value: {"user_id":434}',
    });
  });

  it('says which fields are wrong', () => {
    const errors = [
      { field: 'status', message: 'Mandatory attribute missing', code: 'missing_field' },
      { field: 'priority', message: 'It should be one of these values: 1,2,3,4', code: 'invalid_value' },
    ];
    expect(fault(400, { description: 'Validation failed', errors })).toMatchObject({
      kind: 'invalid_input',
      message:
        'Validation failed; status: Mandatory attribute missing; priority: It should be one of these values: 1,2,3,4',
    });
  });

  it('takes a suspended account for missing rights, not for a wrong key', () => {
    const said = 'Your account has been suspended.';
    expect(fault(401, { code: 'account_suspended', message: said })).toMatchObject({
      kind: 'rights_missing',
      missing: [said],
    });
  });

  it.each(['<html>403</html>', '', '[]', 'null'])('leaves %j to its status', (text) => {
    expect(fault(403, text)).toBeNull();
  });
});
