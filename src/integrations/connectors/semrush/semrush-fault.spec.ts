import { readSemrushFault } from './semrush-fault.js';

const fault = (status: number, body: unknown) =>
  readSemrushFault({ status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body) });

describe('readSemrushFault', () => {
  it('takes a report without results for a success', () => {
    expect(fault(200, 'ERROR 50 :: NOTHING FOUND')).toBeNull();
    expect(fault(404, 'ERROR 50 :: NOTHING FOUND')).toMatchObject({ kind: 'not_found' });
  });

  it.each([
    ['ERROR 120 :: WRONG KEY - ID PAIR', 'credential_rejected', undefined],
    ['ERROR 132 :: API UNITS BALANCE IS ZERO', 'rights_missing', ['API units']],
    ['ERROR 131 :: LIMIT EXCEEDED', 'rate_limited', undefined],
    ['ERROR 42 :: MANDATORY PARAMETER DOMAIN NOT SET OR EMPTY', 'invalid_input', undefined],
  ])('reads %j in a reply that says 200', (text, kind, missing) => {
    expect(fault(200, text)).toMatchObject({ kind, ...(missing && { missing }) });
  });

  it('reads the codes of projects, as numbers and as texts', () => {
    expect(fault(400, { code: 512, message: 'Can’t find project with project_id 7' })).toMatchObject({
      kind: 'not_found',
      code: '512',
    });
    expect(fault(400, { code: '130', message: 'API disabled' })).toMatchObject({ missing: ['SEO Business'] });
  });

  it('reads version 4, whose envelope may come with 200', () => {
    const error = { code: 'LIMIT', message: 'Too many requests' };
    expect(fault(200, { meta: { success: false, status_code: 429 }, error })).toMatchObject({ kind: 'rate_limited' });
    expect(fault(503, { meta: { success: false, status_code: 503 }, error })).toMatchObject({
      kind: 'upstream_unavailable',
    });
  });

  it('finds nothing wrong with reports, audits and envelopes that succeeded', () => {
    expect(fault(200, 'Keyword;CPC\nerror 404;0.4')).toBeNull();
    expect(fault(200, { id: 7, status: 'FINISHED', errors: 3 })).toBeNull();
    expect(fault(200, { meta: { success: true }, data: {} })).toBeNull();
  });

  it.each(['<html>403</html>', '', '[]', 'null'])('leaves %j to its status', (text) => {
    expect(fault(403, text)).toBeNull();
    expect(fault(429, text)).toBeNull();
  });
});
