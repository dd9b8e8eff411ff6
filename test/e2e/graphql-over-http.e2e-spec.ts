import { auditServer, type AuditFail } from 'graphql-http';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe('GraphQL over HTTP', () => {
  it('passes every audit of the specification but the three optional ones on GET, which stay refused', async () => {
    const results = await auditServer({ url: `${server.url}/graphql` });
    const others = results.filter((result): result is AuditFail => result.status !== 'ok');
    expect(results.filter(({ status }) => status === 'ok')).toHaveLength(58);
    expect(others.map(({ status, name }) => `${status}: ${name}`).sort()).toMatchInlineSnapshot(`
     [
       "notice: MAY accept application/x-www-form-urlencoded formatted GET requests",
       "notice: MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json",
       "notice: MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json",
     ]
    `);
  });
});
