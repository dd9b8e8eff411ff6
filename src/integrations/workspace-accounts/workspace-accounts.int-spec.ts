import { z } from 'zod';
import { connectSuperuser } from '../../../test/support/every-row.js';
import { signUp, type Person } from '../../../test/support/people.js';
import { withPlayedVendors } from '../../../test/support/played-vendors.js';
import { until } from '../../../test/support/until.js';
import { Secret } from '../../kernel/config/index.js';
import { deploymentWorkspaceId, systemContext, uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { json, localServer } from '../../kernel/http/testing/local-server.js';
import { ConnectionAccess } from '../connections/connection-access.service.js';
import { ConnectionsService } from '../connections/connections.service.js';
import { ConnectorRegistry } from '../connector.registry.js';
import type { VendorClient } from '../core/vendor-client.js';
import { DeploymentAccounts } from './deployment-accounts.js';
import type { WorkspaceAccount } from './workspace-account.js';
import { WorkspaceAccounts } from './workspace-accounts.service.js';

const configure = `mutation ($name: String, $credentials: [CredentialInput!]!) {
  configureIntegration(integrationId: "cal-com", name: $name, credentials: $credentials) { id } }`;
const testConnection = `mutation ($name: String) {
  testIntegration(integrationId: "cal-com", name: $name) { status accountName lastTest { outcome } } }`;
const disconnect =
  'mutation ($name: String) { disconnectIntegration(integrationId: "cal-com", name: $name) { status } }';
const history = '{ integrationConnections { recentCalls { action status } } }';

const me = {
  status: 'success',
  data: { id: 1, name: 'Le Gourmet', username: 'legourmet', email: 'a@legourmet.example' },
};
const reply = z.object({ data: z.object({ name: z.string() }) });
const use = { action: 'read_profile' };

class LaterAccounts extends WorkspaceAccounts {
  laterBy = 0;

  protected override now(): number {
    return super.now() + this.laterBy;
  }
}

describe('the vendor accounts of a workspace', () => {
  const played = withPlayedVendors(() => ({ status: 200, body: me }));

  const accounts = () => played.server.app.get(WorkspaceAccounts, { strict: false });
  /** As another process has them, which remembers nothing yet. */
  const unknowing = () => {
    const { app } = played.server;
    const [connections, access] = [
      app.get(ConnectionsService, { strict: false }),
      app.get(ConnectionAccess, { strict: false }),
    ];
    const [registry, deployments] = [
      app.get(ConnectorRegistry, { strict: false }),
      app.get(DeploymentAccounts, { strict: false }),
    ];
    return new LaterAccounts(connections, access, registry, deployments);
  };
  const ctxOf = ({ workspaceId }: Person): RequestContext =>
    systemContext({ actor: 'test', workspaceId: workspaceId.replace('workspace_', '') });
  const connect = async (values: Record<string, string> = {}, who = played.person): Promise<string> => {
    const { name = 'default', ...given } = values;
    const credentials = Object.entries({ apiKey: 'cal_live_0123456789', ...given }).map(([key, value]) => ({
      key,
      value,
    }));
    const answer = await who.client.ask<{ configureIntegration: { id: string } }>(configure, { name, credentials });
    return answer.configureIntegration.id.replace('connection_', '');
  };
  const find = (who = played.person, from = accounts()) => from.find(ctxOf(who), 'cal-com');
  const found = async (who = played.person, from = accounts()): Promise<WorkspaceAccount> => {
    const account = await find(who, from);
    if (!account) throw new Error('There is no account.');
    return account;
  };
  const askProfile = (client: VendorClient) => client.get('/v2/me', { reply });
  const asked = () => played.vendor.received.map(({ url, headers }) => [url.href, headers.authorization]);

  it('are none where nothing was connected', async () => {
    expect(await find()).toBeNull();
    expect(await accounts().find(ctxOf(played.person), 'no-such-vendor')).toBeNull();
  });

  it('are asked with the credentials of the workspace, and its history shows it', async () => {
    const id = await connect();
    const account = await found();
    expect(account).toMatchObject({ id, version: 1 });
    expect((await askProfile(account.client(use))).data.name).toBe('Le Gourmet');
    expect(asked()).toEqual([['https://api.cal.com/v2/me', 'Bearer cal_live_0123456789']]);
    const calls = await until(async () => {
      const answer = await played.person.client.ask<{ integrationConnections: { recentCalls: object[] }[] }>(history);
      return answer.integrationConnections.flatMap(({ recentCalls }) => recentCalls)[0];
    });
    expect(calls).toEqual({ action: 'read_profile', status: 200 });
  });

  it.each([
    [{ region: 'eu' }, 'https://api.cal.eu/v2/me'],
    [{ region: 'self-hosted', baseUrl: 'https://plan.acme.example/api' }, 'https://plan.acme.example/api/v2/me'],
  ])('are asked where they are: %j', async (where, url) => {
    await connect(where);
    await askProfile((await found()).client(use));
    expect(asked().map(([href]) => href)).toEqual([url]);
  });

  it('prove their credentials by a test, which says where an address is missing', async () => {
    await connect();
    await connect({ name: 'own', region: 'self-hosted' });
    const test = async (name: string) =>
      (await played.person.client.ask<{ testIntegration: unknown }>(testConnection, { name })).testIntegration;
    expect(await test('default')).toMatchObject({ accountName: 'Le Gourmet', lastTest: { outcome: 'WORKS' } });
    expect(await test('own')).toMatchObject({ lastTest: { outcome: 'CREDENTIALS_REFUSED' } });
  });

  it('are the one that works, then the oldest', async () => {
    const oldest = await connect({ name: 'first' });
    const working = await connect({ name: 'second', region: 'eu' });
    expect((await found(played.person, unknowing())).id).toBe(oldest);
    await played.person.client.ask(testConnection, { name: 'second' });
    expect((await found(played.person, unknowing())).id).toBe(working);
    await played.person.client.ask(disconnect, { name: 'second' });
    expect((await found(played.person, unknowing())).id).toBe(oldest);
    await played.person.client.ask(disconnect, { name: 'first' });
    expect(await find(played.person, unknowing())).toBeNull();
  });

  it('hold for a moment, so that nobody who waits pays for looking', async () => {
    await connect();
    const account = await found();
    await played.person.client.ask(disconnect);
    expect(await find()).toBe(account);
    const stranger = await signUp(played.server.client);
    expect(await find(stranger)).toBeNull();
    await connect({}, stranger);
    expect(await find(stranger)).toBeNull();
  });

  it('are opened anew for other credentials only', async () => {
    await connect();
    const from = unknowing();
    const before = await found(played.person, from);
    const at = (ms: number) => {
      from.laterBy = ms;
      return found(played.person, from);
    };
    expect(await at(4_000)).toBe(before);
    expect(await at(6_000)).toBe(before);
    await connect({ apiKey: 'cal_live_another' });
    const after = await at(12_000);
    expect(after.version).toBe(before.version + 1);
    await askProfile(after.client(use));
    expect(asked()).toEqual([['https://api.cal.com/v2/me', 'Bearer cal_live_another']]);
  });

  it('are nobody else’s, and none to whoever looks across workspaces', async () => {
    await connect();
    expect(await find(await signUp(played.server.client))).toBeNull();
    const across = systemContext({ actor: 'test', access: 'admin', workspaceId: ctxOf(played.person).workspaceId });
    expect(await accounts().find(across, 'cal-com')).toBeNull();
  });

  it('keep requests that nobody waits for from using up the limit', async () => {
    await connect({ requestsPerMinute: '10' });
    const account = await found();
    const ask = (priority: 'urgent' | 'background') => askProfile(account.client({ ...use, priority }));
    const idle = await Promise.allSettled(Array.from({ length: 5 }, () => ask('background')));
    expect(idle.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    await Promise.all([ask('urgent'), ask('urgent')]);
    expect(played.vendor.received).toHaveLength(5);
  });

  it('are listed for schedulers, one of each workspace', async () => {
    const [first, stranger, other] = [
      played.person,
      await signUp(played.server.client),
      await signUp(played.server.client),
    ];
    await connect({ name: 'first' }, first);
    const working = await connect({ name: 'second' }, first);
    await first.client.ask(testConnection, { name: 'second' });
    const only = await connect({}, stranger);
    await connect({}, other);
    await other.client.ask(disconnect);
    const all = await accounts().workspacesWith(ctxOf(first), 'cal-com');
    const of = (who: Person) => all.filter(({ workspaceId }) => workspaceId === ctxOf(who).workspaceId);
    expect(of(first)).toEqual([{ workspaceId: ctxOf(first).workspaceId, connectionId: working }]);
    expect(of(stranger).map(({ connectionId }) => connectionId)).toEqual([only]);
    expect(of(other)).toEqual([]);
    expect(await accounts().workspacesWith(ctxOf(first), 'freshdesk')).toEqual([]);
  });

  describe('that the deployment gives', () => {
    const key = () => `cal_live_${uuidv7()}`;
    const open = (more: object = {}, apiKey = key()) =>
      accounts().deployment({
        integrationId: 'cal-com',
        authMode: 'api_key',
        values: { apiKey: new Secret(apiKey) },
        ...more,
      });

    it('are asked like a workspace’s own, and keep to a limit of their own', async () => {
      const apiKey = key();
      const account = await open({}, apiKey);
      expect(account.id).toBe('deployment');
      await askProfile(account.client({ ...use, priority: 'urgent' }));
      expect(asked()).toEqual([['https://api.cal.com/v2/me', `Bearer ${apiKey}`]]);
      const superuser = await connectSuperuser(played.server.databaseUrl);
      const { rows } = await superuser.query('SELECT per_ms FROM vendor_budgets WHERE workspace_id = $1', [
        deploymentWorkspaceId,
      ]);
      await superuser.end();
      expect(rows).toEqual([{ per_ms: 60_000 }]);
    });

    it('may stand at a private address that the operator gives, and no other', async () => {
      const apiKey = key();
      const own = await localServer(json(200, me), json(401, { error: { message: `Bad key ${apiKey}` } }));
      const client = (await open({ baseUrl: `${own.url}/cal` }, apiKey)).client(use);
      expect((await askProfile(client)).data.name).toBe('Le Gourmet');
      expect(own.received.map(({ url, headers }) => [url, headers.authorization])).toEqual([
        ['/cal/v2/me', `Bearer ${apiKey}`],
      ]);
      const refusal: unknown = await askProfile(client).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ kind: 'credential_rejected' });
      expect((refusal as { platformSaid(): { message: string } }).platformSaid().message).not.toContain(apiKey);
      await expect(client.get('https://api.cal.com/v2/me', { reply })).rejects.toMatchObject({ meta: { why: 'host' } });
      expect(played.vendor.received).toEqual([]);
      await own.close();
    });

    it.each([{ integrationId: 'no-such-vendor' }, { authMode: 'no_such_way' }, { authMode: 'oauth' }])(
      'are a fault of the caller with %j',
      async (wrong) => {
        await expect(open(wrong)).rejects.toThrow();
      },
    );
  });
});
