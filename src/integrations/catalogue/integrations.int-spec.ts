import { signUp, join, type Person } from '../../../test/support/people.js';
import { startServer, type TestServer } from '../../../test/support/server.js';

/** What each agent works with, and what is expected of each pair. */
const pairs: Record<string, Record<string, number>> = {
  soshie: { instagram: 4, x: 4, linkedin: 4, facebook: 4, tiktok: 3 },
  cassie: { zendesk: 4, intercom: 4, freshdesk: 4 },
  seomi: { 'google-search-console': 4, semrush: 4, ahrefs: 4, 'google-analytics': 4 },
  dexter: { 'google-analytics': 4, mixpanel: 4, amplitude: 4 },
  buddy: { linkedin: 4, salesforce: 4, hubspot: 4, pipedrive: 4 },
  emmie: { mailchimp: 5, sendgrid: 4, brevo: 4, hubspot: 4 },
  penn: { grammarly: 4, 'copy-ai': 4, jasper: 4 },
};

interface Integration {
  id: string;
  agents: { key: string }[];
  capabilities: {
    key: string;
    agentKey: string;
    status: string;
    actions: string[];
    note: string;
    evidenceUrl: string;
  }[];
  actions: { key: string; effect: string; description: string; inputSchema: { type: string } }[];
}

let server: TestServer;
let person: Person;

beforeAll(async () => {
  server = await startServer();
  person = await signUp(server.client);
}, 60_000);
afterAll(() => server.close());

describe('the integrations', () => {
  const all = async () => {
    const query = `{ integrations { id agents { key } capabilities { key agentKey status actions note evidenceUrl }
      actions { key effect description inputSchema } } }`;
    return (await person.client.ask<{ integrations: Integration[] }>(query)).integrations;
  };

  it('are 26 pairs of 23 vendors and 7 agents, with 104 capabilities', async () => {
    const withAgents = (await all()).filter(({ agents }) => agents.length > 0);
    expect(withAgents).toHaveLength(23);
    const counted: Record<string, Record<string, number>> = {};
    for (const { id, capabilities } of withAgents) {
      for (const { agentKey } of capabilities) {
        const agent = (counted[agentKey] ??= {});
        agent[id] = (agent[id] ?? 0) + 1;
      }
    }
    expect(counted).toEqual(pairs);
    expect(withAgents.flatMap(({ capabilities }) => capabilities)).toHaveLength(104);
    expect(withAgents.flatMap(({ agents }) => agents)).toHaveLength(26);
  });

  it('claim nothing: what is live has actions, what is not has a reason and the vendor’s page', async () => {
    for (const { id, capabilities, actions } of await all()) {
      const known = new Set(actions.map(({ key }) => key));
      for (const { key, status, actions: named, note, evidenceUrl } of capabilities) {
        const proved = status === 'LIVE' ? named.length > 0 : Boolean(note) && evidenceUrl.startsWith('https://');
        expect({ id, key, status, proved }).toEqual({ id, key, status, proved: true });
        expect(named.filter((action) => !known.has(action))).toEqual([]);
      }
    }
  });

  it('tell their actions as an agent’s model can use them', async () => {
    for (const { actions } of await all()) {
      for (const { key, description, inputSchema } of actions) {
        expect({ key, type: inputSchema.type, told: description.length > 10 }).toEqual({
          key,
          type: 'object',
          told: true,
        });
      }
    }
  });

  it('differ by agent where two agents share a vendor', async () => {
    const query = `query ($agentId: ID!) { integrations(search: "hubspot") { actions(agentId: $agentId) { key }
      capabilities(agentId: $agentId) { agentKey } } }`;
    const of = async (agentId: string) => {
      const { integrations } = await person.client.ask<{ integrations: Integration[] }>(query, { agentId });
      return integrations[0];
    };
    const [buddy, emmie] = [await of('buddy'), await of('emmie')];
    expect(new Set(buddy?.capabilities.map(({ agentKey }) => agentKey))).toEqual(new Set(['buddy']));
    expect(buddy?.actions).not.toEqual(emmie?.actions);
  });

  it('are found without accents, in the reader’s language', async () => {
    const search = async (word: string, locale: string) => {
      const query = 'query ($word: String) { integrations(search: $word) { id category } }';
      const client = person.client.with({ 'accept-language': locale });
      return (await client.ask<{ integrations: { id: string; category: string }[] }>(query, { word })).integrations;
    };
    const french = await search('FRÈSHDESK', 'fr');
    expect(french.map(({ id }) => id)).toEqual(['freshdesk']);
    const english = await search('freshdesk', 'en');
    expect(english[0]?.category).not.toBe(french[0]?.category);
    expect(await search('nothing of the kind', 'fr')).toEqual([]);
  });

  it('are read by a viewer, and connected by nobody who may only read', async () => {
    const viewer = await join(server.client, person, 'VIEWER');
    await viewer.client.ask('{ integrations { id } agents { key integrations { id } connections { id } } }');
    const configure = `mutation { configureIntegration(agentId: "penn", integrationId: "jasper",
      credentials: [{ key: "apiKey", value: "a-key-of-jasper" }]) { id } }`;
    expect((await viewer.client.refusal(configure)).code).toBe('FORBIDDEN');
  });
});

describe('integrations over REST', () => {
  const ask = async (method: string, path: string, body?: unknown) => {
    const reply = await person.client.request(method, `/api/integrations${path}`, body);
    return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
  };

  it('are listed by agent, with what is configured', async () => {
    const { status, body } = await ask('GET', '/');
    expect([status, Object.keys(body)]).toEqual([200, ['data', 'workspace', 'pageInfo']]);
    const data = body.data as { agent: { key: string }; integrations: { id: string; status: string }[] }[];
    expect(Object.fromEntries(data.map(({ agent, integrations }) => [agent.key, integrations.length]))).toEqual(
      Object.fromEntries(Object.entries(pairs).map(([agent, vendors]) => [agent, Object.keys(vendors).length])),
    );
    expect(data[6]?.integrations.every((each) => each.status === 'NOT_CONFIGURED')).toBe(true);
  });

  it('are configured and disconnected by id or key of the agent', async () => {
    const { agents } = await person.client.ask<{ agents: { id: string; key: string }[] }>('{ agents { id key } }');
    const cassie = agents.find(({ key }) => key === 'cassie')?.id ?? '';
    const credentials = { subdomain: 'acme', apiKey: 'FreshdeskKey0123456789' };
    const made = await ask('POST', `/${cassie}/freshdesk/configure`, { credentials });
    expect(made).toMatchObject({ status: 200, body: { status: 'CONFIGURED', agentKey: 'cassie' } });
    expect(JSON.stringify(made.body)).not.toContain(credentials.apiKey);
    const read = await ask('GET', '/cassie/freshdesk');
    expect(read.body).toMatchObject({ id: 'freshdesk', status: 'CONFIGURED', connections: [{ status: 'CONFIGURED' }] });
    expect(JSON.stringify(read.body)).not.toContain(credentials.apiKey);
    const ended = await ask('POST', '/cassie/freshdesk/disconnect');
    expect(ended).toMatchObject({ status: 200, body: { status: 'DISCONNECTED', credentials: [] } });
  });

  it.each([
    ['POST', '/cassie/freshdesk/configure', {}, 400],
    ['POST', '/cassie/freshdesk/configure', { credentials: 'text' }, 400],
    ['POST', '/cassie/freshdesk/configure', { credentials: { apiKey: 7 } }, 400],
    ['POST', '/cassie/freshdesk/configure', { credentials: {}, more: 1 }, 400],
    ['POST', '/cassie/zendesk/connect', undefined, 404],
    ['POST', '/penn/freshdesk/connect', undefined, 400],
    ['GET', '/nobody', undefined, 404],
    ['GET', '/cassie/nothing', undefined, 404],
    ['GET', '/cassie/..%2f..%2fetc', undefined, 404],
  ])('answer %s %s with %j by saying what is wrong', async (...[method, path, sent, status]) => {
    const { status: answered, body } = await ask(method, path, sent);
    expect([answered, Object.keys(body)]).toEqual([status, ['error']]);
  });
});
