import { signUp, type Person } from '../../../test/support/people.js';
import { withPlayedVendors } from '../../../test/support/played-vendors.js';
import { systemContext } from '../../kernel/context/index.js';
import type { StagedReply, StagedRequest } from '../testing/vendor-stage.js';
import { VapiProvidersService } from './vapi-providers.service.js';

const configure = `mutation ($name: String, $key: String!) {
  configureIntegration(integrationId: "vapi", name: $name, credentials: [{ key: "apiKey", value: $key }]) { status } }`;
const disconnect = 'mutation { disconnectIntegration(integrationId: "vapi") { status } }';
const test = 'mutation { testIntegration(integrationId: "vapi") { status accountName lastTest { outcome } } }';
const providers = '{ vapiProviders { key providers { key connected } } }';

const key = 'a-private-key-of-vapi';
const authToken = 'a-secret-of-twilio';
const account: Record<string, unknown> = {
  '/assistant': [],
  '/credential': [
    { id: '1', provider: '11labs', name: 'Voix' },
    { id: '2', provider: 'azure', service: 'blob_storage' },
  ],
  '/phone-number': [{ id: '3', provider: 'twilio', number: '+33123456789', twilioAuthToken: authToken }],
};
const asAccount = ({ url }: StagedRequest): StagedReply => ({ status: 200, body: account[url.pathname] });

describe('what a workspace’s Vapi account has connected', () => {
  const played = withPlayedVendors(asAccount);

  /** `category/key` to what is told of it. */
  const connected = async ({ client }: Person = played.person): Promise<Record<string, boolean | null>> => {
    const { vapiProviders } = await client.ask<{
      vapiProviders: { key: string; providers: { key: string; connected: boolean | null }[] }[];
    }>(providers);
    return Object.fromEntries(
      vapiProviders.flatMap(({ key: category, providers: each }) =>
        each.map((provider) => [`${category}/${provider.key}`, provider.connected]),
      ),
    );
  };
  const asked = () => played.vendor.received.map(({ method, url }) => `${method} ${url.href}`).sort();
  const requests = ['GET https://api.vapi.ai/credential', 'GET https://api.vapi.ai/phone-number?limit=1000'];
  const allUnknown = async (who?: Person) => new Set(Object.values(await connected(who)));

  it('is unknown without an account, and nobody is asked', async () => {
    expect(await allUnknown()).toEqual(new Set([null]));
    expect(played.vendor.received).toEqual([]);
  });

  it('is told by its credentials and its numbers, with the workspace’s own key', async () => {
    await played.person.client.ask(configure, { key });
    const found = await connected();
    expect(found).toMatchObject({
      'voices/11labs': true,
      'voices/azure': false,
      'voices/cartesia': false,
      'cloud-storage/azure-blob-storage': true,
      'phone-numbers/twilio': true,
      'phone-numbers/vonage': false,
      'voices/vapi': null,
    });
    expect(asked()).toEqual(requests);
    expect(new Set(played.vendor.received.map(({ headers }) => headers.authorization))).toEqual(
      new Set([`Bearer ${key}`]),
    );
    expect(played.server.logLines.join('')).not.toContain(authToken);
  });

  it('is not asked for again a moment later, but at once for another key', async () => {
    await played.person.client.ask(configure, { key });
    expect(await connected()).toEqual(await connected());
    expect(asked()).toEqual(requests);
    played.vendor.play((request) =>
      request.url.pathname === '/credential' ? { status: 200, body: [] } : asAccount(request),
    );
    await played.person.client.ask(configure, { key: 'another-private-key' });
    expect(await connected()).toMatchObject({ 'voices/11labs': false, 'phone-numbers/twilio': true });
    expect(played.vendor.received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer another-private-key',
      'Bearer another-private-key',
    ]);
  });

  it('is unknown again as soon as the account is disconnected', async () => {
    await played.person.client.ask(configure, { key });
    expect((await connected())['voices/11labs']).toBe(true);
    await played.person.client.ask(disconnect);
    expect(await allUnknown()).toEqual(new Set([null]));
  });

  it('is read whatever the connection is called, from one that works where there are several', async () => {
    await played.person.client.ask(configure, { name: 'Ancien', key: 'an-ended-key' });
    await played.person.client.ask(configure, { key });
    const { testIntegration } = await played.person.client.ask<Record<string, unknown>>(test);
    expect(testIntegration).toEqual({ status: 'CONNECTED', accountName: null, lastTest: { outcome: 'WORKS' } });
    played.vendor.play(({ headers, ...request }) =>
      headers.authorization === `Bearer ${key}` ? asAccount({ headers, ...request }) : { status: 401 },
    );
    expect((await connected())['voices/11labs']).toBe(true);

    const other = await signUp(played.server.client);
    await other.client.ask(configure, { name: 'Lyon', key });
    expect((await connected(other))['voices/11labs']).toBe(true);
  });

  it.each([
    ['answers 500', { status: 500, body: { message: 'Internal server error' } }],
    ['refuses the key', { status: 401, body: { message: 'Invalid Key.', statusCode: 401 } }],
    ['answers something else', { status: 200, body: { results: [] } }],
    ['hangs up', 'hang up' as const],
  ])('is unknown when Vapi %s, which the log tells once', async (_what, reply) => {
    await played.person.client.ask(configure, { key });
    played.vendor.play(() => reply);
    const before = played.server.logLines.length;
    expect(await allUnknown()).toEqual(new Set([null]));
    const sent = played.vendor.received.length;
    expect(await allUnknown()).toEqual(new Set([null]));
    expect(played.vendor.received).toHaveLength(sent);
    const warnings = played.server.logLines.slice(before).filter((line) => line.includes('"vapi.account_not_read"'));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('"level":"warn"');
    expect(warnings[0]).not.toContain(key);
  });

  it('is seen by its workspace alone, and by nobody who looks across workspaces', async () => {
    await played.person.client.ask(configure, { key });
    await connected();
    played.vendor.play(asAccount);
    const stranger = await signUp(played.server.client);
    expect(await allUnknown(stranger)).toEqual(new Set([null]));
    const service = played.server.app.get(VapiProvidersService, { strict: false });
    expect(await service.connected(systemContext({ actor: 'test', access: 'admin' }))).toBeNull();
    expect(played.vendor.received).toEqual([]);
  });
});
