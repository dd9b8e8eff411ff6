import { readZendeskFault } from './zendesk-fault.js';

const fault = (status: number, body: unknown) =>
  readZendeskFault({ status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body) });

describe('readZendeskFault', () => {
  it('says which fields are wrong', () => {
    const body = {
      error: 'RecordInvalid',
      description: 'Record validation errors',
      details: { requester: [{ description: 'Requester: Name is too short', error: 'TooShort' }] },
    };
    expect(fault(422, body)).toEqual({
      kind: 'invalid_input',
      code: 'RecordInvalid',
      message: 'Record validation errors; Requester: Name is too short',
    });
  });

  it('takes a ticket that changed meanwhile for a conflict', () => {
    expect(fault(409, { error: 'UpdateConflict', description: 'Safe Update prevented the update' })).toMatchObject({
      kind: 'conflict',
    });
  });

  it('takes a refused client for refused credentials, whatever its status', () => {
    expect(fault(400, { error: 'invalid_client', error_description: 'Client authentication failed' })).toMatchObject({
      kind: 'credential_rejected',
    });
  });

  it('finds nothing wrong with a user who is known', () => {
    expect(fault(200, { user: { id: 7 } })).toBeNull();
    expect(fault(200, { ticket: { id: 7 } })).toBeNull();
  });

  it.each(['<html>403</html>', '', '[]', 'null'])('leaves %j to its status', (text) => {
    expect(fault(403, text)).toBeNull();
    expect(fault(429, text)).toBeNull();
  });
});
