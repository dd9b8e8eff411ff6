import { signUp, type Person } from '../../../test/support/people.js';
import { withPlayedVendors } from '../../../test/support/played-vendors.js';
import { startServer } from '../../../test/support/server.js';
import { connectSuperuser } from '../../../test/support/every-row.js';
import { until } from '../../../test/support/until.js';
import { sha256 } from '../../kernel/crypto/index.js';
import { systemContext } from '../../kernel/context/index.js';
import type { StagedRequest } from '../testing/vendor-stage.js';
import { RenewGrantsProcessor } from './renew-grants.processor.js';

const application = [
  { key: 'clientId', value: 'our-application' },
  { key: 'clientSecret', value: 'application-secret-0123456789' },
];
const configure = `mutation ($credentials: [CredentialInput!]!) {
  configureIntegration(agentId: "soshie", integrationId: "x", credentials: $credentials) { status credentialMode } }`;
const start = 'mutation { startIntegrationAuthorization(agentId: "soshie", integrationId: "x") }';
const test = 'mutation { testIntegration(agentId: "soshie", integrationId: "x") { status lastTest { outcome } } }';
const read = `{ integrationConnection(agentId: "soshie", integrationId: "x") {
  status accountName expiresAt lastTest { outcome } recentCalls { action status } } }`;
const disconnect = 'mutation { disconnectIntegration(agentId: "soshie", integrationId: "x") { status } }';

interface Seen {
  integrationConnection: { status: string; expiresAt: string | null; lastTest: { outcome: string } | null } | null;
}

describe('signing in at a vendor', () => {
  let granted = 0;
  /** What the vendor's token service does with a refresh token; its tokens last two hours. */
  let renews: 'yes' | 'no' | 'away' = 'yes';

  const token = (request: StagedRequest) => {
    const form = new URLSearchParams(request.body);
    if (form.get('grant_type') === 'refresh_token' && renews === 'no') {
      return {
        status: 400,
        body: { error: 'invalid_grant', error_description: 'Value passed for the token was invalid.' },
      };
    }
    if (form.get('grant_type') === 'refresh_token' && renews === 'away') return { status: 503, body: {} };
    granted += 1;
    const body = { access_token: `access-${granted}-0123456789`, refresh_token: `refresh-${granted}-0123456789` };
    return { status: 200, body: { ...body, token_type: 'bearer', expires_in: 7200, scope: 'tweet.read' } };
  };
  const account = { status: 200, body: { data: { id: '1', username: 'legourmet', name: 'Le Gourmet' } } };
  const answer = (request: StagedRequest) =>
    request.url.pathname.endsWith('/oauth2/token') ? token(request) : account;
  const played = withPlayedVendors(answer, { PUBLIC_URL: 'https://builder.example' });
  const tokenRequests = () => played.vendor.received.filter(({ url }) => url.pathname.endsWith('/oauth2/token'));
  const comeBack = (query: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${played.server.url}/api/integrations/oauth/callback?${new URLSearchParams(query).toString()}`, { headers });

  /** As a person would: opens the vendor's page, accepts, and is sent back. */
  async function signInAtVendor(): Promise<URL> {
    await played.person.client.ask(configure, { credentials: application });
    const { startIntegrationAuthorization: address } = await played.person.client.ask<Record<string, string>>(start);
    const url = new URL(address ?? '');
    const page = await comeBack({ state: url.searchParams.get('state') ?? '', code: 'c0de' });
    expect(page.status).toBe(200);
    return url;
  }
  const seen = async () => (await played.person.client.ask<Seen>(read)).integrationConnection;
  const untilTested = () => until(async () => ((await seen())?.lastTest ? seen() : null));
  const makeOld = async () => {
    const superuser = await connectSuperuser(played.server.databaseUrl);
    await superuser.query(
      // What earlier tests left due is none of this one's.
      `UPDATE integration_connections
       SET grant_renew_after = CASE WHEN workspace_id = $1 THEN now() - interval '1 second' END`,
      [played.person.workspaceId.replace('workspace_', '')],
    );
    await superuser.end();
  };
  const sweep = () => {
    const never = new AbortController().signal;
    return played.server.app
      .get(RenewGrantsProcessor, { strict: false })
      .run(systemContext({ actor: 'test' }), {}, { signal: never });
  };

  beforeEach(() => {
    renews = 'yes';
  });

  it('leads to the vendor with a state and a challenge, and back to a connection that works', async () => {
    const url = await signInAtVendor();
    const asked = Object.fromEntries(url.searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: 'our-application',
      redirect_uri: 'https://builder.example/api/integrations/oauth/callback',
      code_challenge_method: 'S256',
    });
    const [redeemed] = tokenRequests();
    const form = new URLSearchParams(redeemed?.body);
    expect(form.get('code')).toBe('c0de');
    expect(sha256(form.get('code_verifier') ?? '').toString('base64url')).toBe(asked.code_challenge);
    const connection = await untilTested();
    expect(connection).toMatchObject({ status: 'CONNECTED', lastTest: { outcome: 'WORKS' } });
    expect(Date.parse(connection.expiresAt ?? '')).toBeGreaterThan(Date.now());
  });

  it.each([
    ['a state that nobody gave out', () => ({ state: 'invented', code: 'c0de' })],
    ['no state at all', () => ({ code: 'c0de' })],
    ['a state twice as long as can be', () => ({ state: 'x'.repeat(9_000), code: 'c0de' })],
  ])('refuses %s, with a page and without asking the vendor', async (_what, query) => {
    const page = await comeBack(query(), { 'accept-language': 'fr' });
    expect([page.status, page.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('Recommencez');
    expect(played.vendor.received).toEqual([]);
  });

  it('counts a state once, however often it is sent', async () => {
    const url = await signInAtVendor();
    await untilTested();
    const before = tokenRequests().length;
    const again = { state: url.searchParams.get('state') ?? '', code: 'c0de' };
    const replies = await Promise.all([1, 2, 3].map(() => comeBack(again)));
    expect(replies.map(({ status }) => status)).toEqual([400, 400, 400]);
    expect(tokenRequests()).toHaveLength(before);
  });

  it('refuses what another user brings back', async () => {
    await played.person.client.ask(configure, { credentials: application });
    const { startIntegrationAuthorization: address } = await played.person.client.ask<Record<string, string>>(start);
    const stranger = await signUp(played.server.client);
    const state = new URL(address ?? '').searchParams.get('state') ?? '';
    const page = await comeBack({ state, code: 'c0de' }, { authorization: `Bearer ${stranger.accessToken}` });
    expect([page.status, tokenRequests().length]).toEqual([400, 0]);
  });

  it('says so when the person refused at the vendor', async () => {
    await played.person.client.ask(configure, { credentials: application });
    const { startIntegrationAuthorization: address } = await played.person.client.ask<Record<string, string>>(start);
    const state = new URL(address ?? '').searchParams.get('state') ?? '';
    const page = await comeBack({ state, error: 'access_denied' });
    expect([page.status, (await seen())?.status]).toEqual([403, 'CONFIGURED']);
  });

  it('is needed before a test, and needs an application', async () => {
    expect((await played.person.client.refusal(start)).reason).toBe('INTEGRATIONS.APPLICATION_MISSING');
    await played.person.client.ask(configure, { credentials: application });
    expect(await played.person.client.ask(test)).toMatchObject({
      testIntegration: { status: 'ERROR', lastTest: { outcome: 'CREDENTIALS_REFUSED' } },
    });
    expect(played.vendor.received).toEqual([]);
  });

  it('is renewed before its end, once, however many want to', async () => {
    await signInAtVendor();
    await untilTested();
    const held = `refresh-${granted}-0123456789`;
    played.vendor.play(answer);
    await makeOld();
    await Promise.all([sweep(), sweep(), sweep()]);
    const renewals = tokenRequests().map(({ body }) => new URLSearchParams(body).get('refresh_token'));
    expect(renewals.filter((token) => token === held)).toHaveLength(1);
    await played.person.client.ask(test);
    expect(played.vendor.received.at(-1)?.headers.authorization).toMatch(/^Bearer access-\d+-0123456789$/);
  });

  it('is over when the vendor no longer renews it: the connection says EXPIRED', async () => {
    await signInAtVendor();
    await untilTested();
    const logged = played.server.logLines.length;
    renews = 'no';
    await makeOld();
    await sweep();
    expect(await seen()).toMatchObject({ status: 'EXPIRED' });
    expect(await played.person.client.ask(test)).toMatchObject({
      testIntegration: { status: 'EXPIRED', lastTest: { outcome: 'WORKS' } },
    });
    const events = played.server.logLines
      .slice(logged)
      .filter((line) => line.includes('integrations.connection_expired'));
    expect(events).toHaveLength(1);
    renews = 'yes';
    await signInAtVendor();
    expect(await until(async () => ((await seen())?.status === 'CONNECTED' ? 'connected' : null))).toBe('connected');
  });

  it('outlasts a token service that is away while the token holds', async () => {
    await signInAtVendor();
    await untilTested();
    renews = 'away';
    await makeOld();
    await sweep();
    expect(await played.person.client.ask(test)).toMatchObject({ testIntegration: { status: 'CONNECTED' } });
  });

  it('is renewed when the vendor refuses a token before its time, and the request is made again', async () => {
    await signInAtVendor();
    await untilTested();
    const refused = `Bearer access-${granted}-0123456789`;
    played.vendor.play((request) => {
      if (request.url.pathname.endsWith('/oauth2/token')) return token(request);
      return request.headers.authorization === refused ? { status: 401, body: {} } : account;
    });
    expect(await played.person.client.ask(test)).toMatchObject({ testIntegration: { status: 'CONNECTED' } });
    expect(tokenRequests()).toHaveLength(1);
  });

  it('is told to the vendor when it ends, and leaves nothing here', async () => {
    await signInAtVendor();
    await untilTested();
    const last = `refresh-${granted}-0123456789`;
    await played.person.client.ask(disconnect);
    const revoked = played.vendor.received.filter(({ url }) => url.pathname.endsWith('/oauth2/revoke'));
    expect(revoked.map(({ body }) => new URLSearchParams(body).get('token'))).toEqual([last]);
    const superuser = await connectSuperuser(played.server.databaseUrl);
    const { rows } = await superuser.query<{ text: string }>(
      `SELECT c::text AS text FROM integration_connections c WHERE workspace_id = $1`,
      [played.person.workspaceId.replace('workspace_', '')],
    );
    await superuser.end();
    expect(rows.map(({ text }) => text.includes('v1.'))).toEqual([false]);
  });

  it('takes the way in that was named, where several look alike', async () => {
    const enter = `mutation ($mode: String) { configureIntegration(agentId: "buddy", integrationId: "salesforce", mode: $mode,
      credentials: [{ key: "clientId", value: "our-application" }, { key: "clientSecret", value: "application-secret-1" }]) { credentialMode } }`;
    const open = 'mutation { startIntegrationAuthorization(agentId: "buddy", integrationId: "salesforce") }';
    await played.person.client.ask(enter, { mode: 'oauth_sandbox' });
    const { startIntegrationAuthorization: address } = await played.person.client.ask<Record<string, string>>(open);
    expect(new URL(address ?? '').host).toBe('test.salesforce.com');
    const refusal = await played.person.client.refusal(enter, { mode: 'by magic' });
    expect(refusal.fields?.map(({ path }) => path)).toEqual(['mode']);
  });

  it('needs no application of the user where the deployment has one', async () => {
    const deployment = await startServer({ OAUTH_APPLICATIONS: 'x:of-the-deployment:secret-1,zendesk:z:secret-2' });
    const guest = await signUp(deployment.client);
    const { startIntegrationAuthorization: address } = await guest.client.ask<Record<string, string>>(start);
    expect(new URL(address ?? '').searchParams.get('client_id')).toBe('of-the-deployment');
    const zendesk = 'mutation { startIntegrationAuthorization(agentId: "cassie", integrationId: "zendesk") }';
    const refusal = await guest.client.refusal(zendesk);
    expect(refusal.fields?.map(({ path }) => path)).toEqual(['credentials.subdomain']);
    await guest.client.ask(`mutation { configureIntegration(agentId: "cassie", integrationId: "zendesk", mode: "oauth",
      credentials: [{ key: "subdomain", value: "acme" }]) { id } }`);
    const { startIntegrationAuthorization: theirs } = await guest.client.ask<Record<string, string>>(zendesk);
    await deployment.close();
    expect(new URL(theirs ?? '').host).toBe('acme.zendesk.com');
  });

  it('started in a browser that has a session here, comes back in that browser', async () => {
    await played.person.client.ask(configure, { credentials: application });
    const cookiesOf = (reply: Response) =>
      reply.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0] ?? '')
        .join('; ');
    const openFor = ({ email, password }: Person) =>
      played.server.client.request('POST', '/api/session', { email, password });
    const opened = await openFor(played.person);
    const { csrfToken } = (await opened.json()) as { csrfToken: string };
    const browser = played.server.client.with({ cookie: cookiesOf(opened), 'x-csrf-token': csrfToken });
    const begin = async () => {
      const { startIntegrationAuthorization: address } = await browser.ask<Record<string, string>>(start);
      return { state: new URL(address ?? '').searchParams.get('state') ?? '', code: 'c0de' };
    };
    expect((await comeBack(await begin())).status).toBe(400);
    const foreign = cookiesOf(await openFor(await signUp(played.server.client)));
    expect((await comeBack(await begin(), { cookie: foreign })).status).toBe(400);
    expect(tokenRequests()).toEqual([]);
    expect((await comeBack(await begin(), { cookie: cookiesOf(opened) })).status).toBe(200);
  });

  it('is refused where the credentials were replaced while the person was away', async () => {
    await played.person.client.ask(configure, { credentials: application });
    const { startIntegrationAuthorization: address } = await played.person.client.ask<Record<string, string>>(start);
    const state = new URL(address ?? '').searchParams.get('state') ?? '';
    await played.person.client.ask(configure, { credentials: application });
    expect((await comeBack({ state, code: 'c0de' })).status).toBe(400);
    expect(tokenRequests()).toEqual([]);
  });

  it('takes nothing away before it is done: what worked goes on working', async () => {
    const deployment = await startServer({ OAUTH_APPLICATIONS: 'hubspot:of-the-deployment:secret-1' });
    const guest = await signUp(deployment.client);
    await guest.client.ask(`mutation { configureIntegration(agentId: "buddy", integrationId: "hubspot",
      credentials: [{ key: "accessToken", value: "pat-eu1-0123456789" }]) { id } }`);
    await guest.client.ask('mutation { startIntegrationAuthorization(agentId: "buddy", integrationId: "hubspot") }');
    const left = await guest.client.ask(
      '{ integrationConnection(agentId: "buddy", integrationId: "hubspot") { credentialMode credentials { key } } }',
    );
    await deployment.close();
    expect(left).toEqual({
      integrationConnection: { credentialMode: 'service_key', credentials: [{ key: 'accessToken' }] },
    });
  });
});
