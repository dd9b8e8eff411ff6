import { randomUUID } from 'node:crypto';
import { startAccountsApp, type AccountsApp } from '../../../test/support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { authFields, join, signIn, signUp, type AuthPayload, type Person } from '../../../test/support/people.js';
import { ContactsApiModule } from '../../contacts/index.js';
import { deploymentWorkspaceId, systemContext, uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { EventsModule } from '../../kernel/events/index.js';
import { splitGlobalId, toGlobalId } from '../../kernel/graphql/index.js';
import { HttpModule } from '../../kernel/http/index.js';
import { WebhooksModule } from '../../webhooks/index.js';
import { callFacts, rank } from '../calls/merge/call-facts.js';
import { latest } from '../calls/merge/evidence.js';
import { CallRecorder } from '../calls/record/call-recorder.js';
import { VoiceApiModule } from '../voice.api.module.js';
import { PricesService } from './prices.service.js';

const account = { email: 'ops@example.fr', password: randomUUID() };

let database: TestDatabase;
let app: AccountsApp;
let admin: Person;

beforeAll(async () => {
  database = await createTestDatabase();
  const modules = [EventsModule, HttpModule, WebhooksModule, ContactsApiModule, VoiceApiModule];
  app = await startAccountsApp(
    database.url,
    { ADMIN_EMAIL: account.email, ADMIN_PASSWORD: account.password, EXCHANGE_RATES: 'EUR=1,USD=1.25' },
    modules,
  );
  admin = await signIn(app.client, account);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

interface PriceFound {
  id: string;
  item: string;
  price: { amount: string; currency: string };
  shared: boolean;
}

const fields = '{ id item unit price { amount currency } validFrom shared source }';
const setPrice = `mutation ($item: String!, $unit: String!, $price: Decimal!, $currency: String!, $validFrom: DateTime) {
  setPrice(item: $item, unit: $unit, price: $price, currency: $currency, validFrom: $validFrom) ${fields} }`;
const inbound = { item: 'twilio.voice.inbound', unit: 'minute', price: '0.004', currency: 'EUR' };

function set({ client }: Pick<Person, 'client'>, price: object = {}): Promise<{ setPrice: PriceFound }> {
  return client.ask(setPrice, { ...inbound, ...price });
}

async function pricesOf({ client }: Pick<Person, 'client'>, item = inbound.item): Promise<PriceFound[]> {
  const { prices } = await client.ask<{ prices: PriceFound[] }>(`{ prices ${fields} }`);
  return prices.filter((price) => price.item === item);
}

async function insideDeployment(): Promise<Pick<Person, 'client'>> {
  const id = toGlobalId('workspace', deploymentWorkspaceId);
  const query = `mutation ($id: ID!) { switchWorkspace(id: $id) ${authFields} }`;
  const { switchWorkspace } = await admin.client.ask<{ switchWorkspace: AuthPayload }>(query, { id });
  return { client: app.client.bearer(switchWorkspace.accessToken) };
}

function contextOf({ workspaceId }: Person): RequestContext {
  return systemContext({ actor: 'test', workspaceId: splitGlobalId(workspaceId)?.id });
}

describe('the prices of a new workspace', () => {
  it('are those of the deployment, with where they were read', async () => {
    const person = await signUp(app.client);
    const [price, ...others] = await pricesOf(person, 'model.gpt-4.1.input');
    expect(price).toMatchObject({
      unit: '1M tokens',
      price: { amount: '2', currency: 'USD' },
      validFrom: '2026-01-01T00:00:00.000Z',
      shared: true,
      source: 'models.dev, July 2026',
    });
    expect(others).toEqual([]);
    const node = `query ($id: ID!) { node(id: $id) { id ... on Price { item } } }`;
    expect(await person.client.ask(node, { id: price?.id })).toEqual({
      node: { id: price?.id, item: 'model.gpt-4.1.input' },
    });
  });
});

describe('a price that an owner sets', () => {
  it('stands before the deployment’s, in the audit log, and in no other workspace', async () => {
    const [person, stranger] = [await signUp(app.client), await signUp(app.client)];
    const { setPrice: made } = await set(person);
    expect(made).toMatchObject({ price: { amount: '0.004', currency: 'EUR' }, shared: false, source: null });
    expect(await pricesOf(person)).toMatchObject([made, { shared: true }]);
    expect((await pricesOf(stranger)).map(({ shared }) => shared)).toEqual([true]);
    const node = `query ($id: ID!) { node(id: $id) { id } }`;
    expect((await stranger.client.refusal(node, { id: made.id })).code).toBe('NOT_FOUND');
    const { auditLog } = await person.client.ask<{ auditLog: { nodes: object[] } }>(
      'query ($id: ID) { auditLog(targetId: $id) { nodes { action details } } }',
      { id: made.id },
    );
    expect(auditLog.nodes).toMatchObject([{ action: 'price.set', details: { item: inbound.item, price: '0.004' } }]);
  });

  it('takes the place of what was set for the same moment, and none of another', async () => {
    const person = await signUp(app.client);
    const moments = ['2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z'];
    for (const [index, validFrom] of moments.entries()) await set(person, { validFrom, price: `0.0${index + 1}` });
    expect((await pricesOf(person)).map(({ price }) => price.amount)).toEqual(['0.03', '0.01', '0.0085']);
  });

  it.each([
    ['negative', { price: '-0.01' }, 'VOICE.PRICE_OUT_OF_RANGE'],
    ['absurd', { price: '10000.01' }, 'VOICE.PRICE_OUT_OF_RANGE'],
    ['finer than costs are', { price: '0.00000000001' }, 'VOICE.PRICE_OUT_OF_RANGE'],
    ['for an unknown unit', { unit: 'hour' }, 'VOICE.PRICE_UNIT_UNKNOWN'],
    ['for a unit of something else', { unit: '1M tokens' }, 'VOICE.PRICE_UNIT_UNKNOWN'],
    ['for what nobody uses', { item: 'coffee' }, 'VOICE.PRICE_ITEM_UNKNOWN'],
    ['for an item with control characters', { item: 'model.a\u0000b.input' }, 'VOICE.PRICE_ITEM_UNKNOWN'],
    ['in a currency without a rate', { currency: 'XOF' }, 'VOICE.PRICE_CURRENCY_UNKNOWN'],
    ['in no currency', { currency: 'constructor' }, 'VOICE.PRICE_CURRENCY_UNKNOWN'],
    ['from another age', { validFrom: '1970-01-01T00:00:00Z' }, 'VOICE.PRICE_DATE_OUT_OF_RANGE'],
  ])('is refused when it is %s', async (_, wrong, reason) => {
    const { client } = await signUp(app.client);
    const refusal = await client.refusal(setPrice, { ...inbound, ...wrong });
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', reason });
    expect(refusal.fields).toHaveLength(1);
    expect(await pricesOf({ client })).toHaveLength(1);
  });

  it('is no other member’s to set', async () => {
    const person = await signUp(app.client);
    const member = await join(app.client, person, 'MEMBER');
    expect((await member.client.refusal(setPrice, inbound)).code).toBe('FORBIDDEN');
    expect(await pricesOf(member)).toHaveLength(1);
  });
});

describe('a price that the operator sets', () => {
  const item = 'twilio.voice.inbound.fr';

  it('counts for all workspaces, once the deployment’s own has been entered', async () => {
    const person = await signUp(app.client);
    expect((await admin.client.refusal(setPrice, { ...inbound, item })).reason).toBe('AUTH.ENTER_WORKSPACE_FIRST');
    const { setPrice: made } = await set(await insideDeployment(), { item });
    expect(await pricesOf(person, item)).toMatchObject([{ id: made.id, shared: true }]);
    expect(await pricesOf(admin, item)).toMatchObject([{ id: made.id, shared: true }]);
  });

  it('is nobody else’s to set, whoever may work in that workspace', async () => {
    const prices = app.app.get(PricesService, { strict: false });
    const ctx = systemContext({ actor: 'test' });
    await expect(prices.set(ctx, { ...inbound, item })).rejects.toMatchObject({ reason: 'VOICE.DEPLOYMENT_PRICES' });
  });
});

describe('the usage of a call', () => {
  const began = new Date('2026-09-01T10:00:00Z');
  const usage = [
    { item: 'twilio.voice.inbound', quantity: 290 },
    { item: 'model.gpt-4.1.output', quantity: 10_000 },
  ];

  it('becomes its cost and its cost lines', async () => {
    const person = await signUp(app.client);
    await set(person, { validFrom: '2026-08-01T00:00:00Z' });
    const ctx = contextOf(person);
    const callKey = uuidv7();
    const unitOfWork = app.app.get(UnitOfWork);
    const ids = await unitOfWork.run(ctx, async (tx) => {
      const bill = await app.app.get(PricesService, { strict: false }).bill(tx, usage, began);
      if (!bill) throw new Error('It has a price.');
      const registers = {
        began: latest(rank.event, began.getTime(), began.getTime()),
        bill: latest(rank.report, began.getTime(), bill.digest),
      };
      return app.app.get(CallRecorder, { strict: false }).record(tx, [callFacts(callKey, { registers, bill })]);
    });
    const { call, voiceStats } = await person.client.ask<{ call: object; voiceStats: object }>(
      `query ($id: ID!) { voiceStats { cost { amount currency } }
        call(id: $id) { cost { amount currency } costLines { source quantity unit estimated
          cost { amount currency } original { amount currency } } } }`,
      { id: toGlobalId('call', ids.get(callKey) ?? '') },
    );
    expect(call).toEqual({
      cost: { amount: '0.084', currency: 'EUR' },
      costLines: [
        {
          ...{ source: 'transport', quantity: '5', unit: 'minute', estimated: true },
          ...{ cost: { amount: '0.02', currency: 'EUR' }, original: { amount: '0.02', currency: 'EUR' } },
        },
        {
          ...{ source: 'model', quantity: '10000', unit: 'token', estimated: true },
          ...{ cost: { amount: '0.064', currency: 'EUR' }, original: { amount: '0.08', currency: 'USD' } },
        },
      ],
    });
    expect(voiceStats).toEqual({ cost: { amount: '0.084', currency: 'EUR' } });
  });

  it('is told to the operator where it has no price', async () => {
    const ctx = contextOf(await signUp(app.client));
    const missing = [{ item: 'model.unheard-of.input', quantity: 9 }];
    expect(await app.app.get(PricesService, { strict: false }).bill(ctx, missing, began)).toBeNull();
    expect(app.lines).toContainEqual(
      expect.objectContaining({ event: 'voice.prices.missing', items: ['model.unheard-of.input'] }),
    );
  });
});
