import { randomBytes } from 'node:crypto';
import { signUp, type Person } from '../../../test/support/people.js';
import { withPlayedVendors } from '../../../test/support/played-vendors.js';
import { startServer } from '../../../test/support/server.js';
import { until } from '../../../test/support/until.js';
import { systemContext, type RequestContext } from '../../kernel/context/index.js';
import { IntegrationActions, type ActionOrder } from './integration-actions.service.js';

const configure = `mutation ($subdomain: String!) { configureIntegration(agentId: "cassie", integrationId: "freshdesk",
  credentials: [{ key: "subdomain", value: $subdomain }, { key: "apiKey", value: "FreshdeskKey0123456789" }]) { id } }`;
const order: ActionOrder = {
  agentId: 'cassie',
  integrationId: 'freshdesk',
  action: 'get_ticket',
  input: { ticketId: 20 },
};
const ticket = { id: 20, subject: 'Table', status: 2, priority: 1, source: 2 };

describe('an action of an integration', () => {
  const keys = { ENCRYPTION_KEYS: `shared:${randomBytes(32).toString('base64')}` };
  const played = withPlayedVendors(() => ({ status: 200, body: ticket }), keys);

  const ctxOf = ({ workspaceId }: Person): RequestContext =>
    systemContext({ actor: 'test', workspaceId: workspaceId.replace('workspace_', '') });
  const run = (who: Person, change: Partial<ActionOrder> = {}) =>
    played.server.app.get(IntegrationActions, { strict: false }).run(ctxOf(who), { ...order, ...change });

  it('runs with the credentials of its agent, and is seen in the history of the connection', async () => {
    await played.person.client.ask(configure, { subdomain: 'acme' });
    expect(await run(played.person)).toEqual(ticket);
    const recent = await until(async () => {
      const query = '{ integrationConnections { recentCalls { action status error } } }';
      const reply = await played.person.client.ask<{ integrationConnections: { recentCalls: object[] }[] }>(query);
      const [{ recentCalls } = { recentCalls: [] }] = reply.integrationConnections;
      return recentCalls.length > 0 ? recentCalls : null;
    });
    expect(recent).toEqual([{ action: 'get_ticket', status: 200, error: null }]);
  });

  it('keeps a hundred calls of each connection, the newest', async () => {
    await played.person.client.ask(configure, { subdomain: 'acme' });
    let asked = 0;
    played.vendor.play(() => {
      asked += 1;
      return asked > 100 ? { status: 404, body: {} } : { status: 200, body: ticket };
    });
    for (let count = 0; count < 104; count += 1) await run(played.person).catch(() => undefined);
    const statuses = await until(async () => {
      const query = '{ integrationConnections { recentCalls(first: 100) { status } } }';
      const reply = await played.person.client.ask<{ integrationConnections: { recentCalls: { status: number }[] }[] }>(
        query,
      );
      const found = reply.integrationConnections[0]?.recentCalls.map(({ status }) => status) ?? [];
      return found.filter((status) => status === 404).length === 4 ? found : null;
    });
    expect(statuses).toHaveLength(100);
    expect(statuses.slice(0, 5)).toEqual([404, 404, 404, 404, 200]);
  }, 60_000);

  it.each([
    ['an action that the pair does not have', { action: 'delete_everything' }, 'INTEGRATIONS.ACTION_NOT_OFFERED'],
    ['an agent that does not work with the vendor', { agentId: 'penn' }, 'INTEGRATIONS.NOT_FOR_AGENT'],
    ['an agent that does not exist', { agentId: 'nobody' }, 'AGENTS.AGENT_NOT_FOUND'],
    ['a connection that does not exist', { connectionName: 'Lyon' }, 'INTEGRATIONS.CONNECTION_NOT_FOUND'],
    ['input that is none', { input: { ticketId: 'twenty' } }, 'KERNEL.INVALID_INPUT'],
  ])('is refused to %s, and asks nobody', async (_what, change, reason) => {
    await played.person.client.ask(configure, { subdomain: 'acme' });
    await expect(run(played.person, change)).rejects.toMatchObject({ reason });
    expect(played.vendor.received).toEqual([]);
  });

  it('is refused to an agent that is switched off', async () => {
    await played.person.client.ask(configure, { subdomain: 'acme' });
    await played.person.client.ask('mutation { updateAgent(id: "cassie", input: { enabled: false }) { id } }');
    await expect(run(played.person)).rejects.toMatchObject({ reason: 'INTEGRATIONS.AGENT_SWITCHED_OFF' });
    expect(played.vendor.received).toEqual([]);
  });

  it('never uses what belongs to another workspace', async () => {
    const other = await signUp(played.server.client);
    await other.client.ask(configure, { subdomain: 'of-another' });
    await expect(run(played.person)).rejects.toMatchObject({ reason: 'INTEGRATIONS.CONNECTION_NOT_FOUND' });
    await played.person.client.ask(configure, { subdomain: 'of-mine' });
    await Promise.all([run(played.person), run(other)]);
    expect(played.vendor.received.map(({ url }) => url.host).sort()).toEqual([
      'of-another.freshdesk.com',
      'of-mine.freshdesk.com',
    ]);
  });

  it('keeps to the limit of its vendor, whichever process asks', async () => {
    await played.person.client.ask(configure, { subdomain: 'acme' });
    const env = { DATABASE_URL: played.server.databaseUrl, INTEGRATIONS_STAND_IN_URL: played.vendor.url, ...keys };
    const second = await startServer(env);
    const actions = [played.server, second].map(({ app }) => app.get(IntegrationActions, { strict: false }));
    const results = await Promise.allSettled(
      Array.from({ length: 260 }, async (_, index) => actions[index % 2]?.run(ctxOf(played.person), order)),
    );
    await second.close();
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused as PromiseRejectedResult[]) {
      expect(reason).toMatchObject({ kind: 'rate_limited', retryAfterMs: expect.any(Number) as unknown });
    }
    // 200 a minute, and what comes in while they wait at most five seconds.
    expect(played.vendor.received.length).toBeLessThanOrEqual(200 + 25);
    expect(played.vendor.received.length).toBeGreaterThan(100);
  }, 60_000);

  it('keeps to a limit that is for some requests only, and lets the others through', async () => {
    await played.person.client.ask(configure, { subdomain: 'acme' });
    played.vendor.play(({ url }) => ({ status: 200, body: url.pathname.endsWith('/tickets') ? [ticket] : ticket }));
    const list = () => run(played.person, { action: 'list_tickets', input: {} });
    const listed = Promise.allSettled(Array.from({ length: 14 }, list));
    await until(() => played.vendor.received.length >= 10);
    expect(await run(played.person)).toEqual(ticket);
    const refused = (await listed).filter(({ status }) => status === 'rejected');
    // Half of twenty a minute may come at once.
    expect(refused.length).toBeGreaterThan(0);
    expect(played.vendor.received.filter(({ url }) => url.pathname.endsWith('/tickets')).length).toBeLessThanOrEqual(
      12,
    );
  }, 60_000);
});
