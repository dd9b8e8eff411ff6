import { LineStage, newToken, ordering, publicUrl, vapiVoiceUrl } from '../../../test/support/line-stage.js';
import { signUp, type Person } from '../../../test/support/people.js';
import { until } from '../../../test/support/until.js';
import { systemContext } from '../../kernel/context/index.js';
import { VoiceAssistants } from '../assistants/voice-assistants.js';
import { PhoneLines } from './phone-lines.service.js';

const incoming = `${publicUrl}/api/voice/webhook/incoming`;

const lineFields = '{ id number provider status origin assistant { id } }';
const importNumber = `mutation ($number: PhoneNumber!) { importPhoneNumber(number: $number) ${lineFields} }`;
const assignLine = `mutation ($id: ID!, $assistantId: ID) { assignPhoneLine(id: $id, assistantId: $assistantId) ${lineFields} }`;
const releaseLine = 'mutation ($id: ID!) { releasePhoneLine(id: $id) }';
const buyNumber = `mutation ($number: PhoneNumber!, $maxMonthly: Decimal!) {
  buyPhoneNumber(number: $number, maxMonthly: $maxMonthly) ${lineFields} }`;
const offers = `query ($country: String!, $contains: String) {
  phoneNumberOffers(country: $country, contains: $contains) { number monthly { amount currency } needsRegulatoryBundle } }`;
const lines = `{ phoneLines ${lineFields} }`;
const makeAssistant = 'mutation ($input: CreateVoiceAssistantInput!) { createVoiceAssistant(input: $input) { id } }';
const changeAssistant =
  'mutation ($id: ID!, $input: UpdateVoiceAssistantInput!) { updateVoiceAssistant(id: $id, input: $input) { id } }';
const readAssistant =
  'query ($id: ID!) { voiceAssistant(id: $id) { phoneNumber vapiAssistantId syncState syncError route } }';

interface Line {
  id: string;
  number: string;
  status: string;
  origin: string;
  assistant: { id: string } | null;
}
interface Offer {
  number: string;
  monthly: { amount: string; currency: string } | null;
  needsRegulatoryBundle: boolean;
}
interface Assistant {
  phoneNumber: string | null;
  vapiAssistantId: string | null;
  syncState: string;
}

let stage: LineStage;
let person: Person;
let account: Awaited<ReturnType<LineStage['person']>>['account'];

beforeAll(async () => {
  stage = await LineStage.open();
}, 60_000);
afterAll(async () => {
  // Whatever the tests have asked for, in whatever order.
  const faults = await stage.faults();
  await stage.close();
  expect(faults).toEqual([]);
});
beforeEach(async () => {
  ({ person, account } = await stage.person());
});

async function importOne(number = stage.addNumber(account), who = person): Promise<Line> {
  return (await who.client.ask<{ importPhoneNumber: Line }>(importNumber, { number })).importPhoneNumber;
}

async function assign(line: Pick<Line, 'id'>, assistantId: string | null, who = person): Promise<Line> {
  const answer = await who.client.ask<{ assignPhoneLine: Line }>(assignLine, { id: line.id, assistantId });
  return answer.assignPhoneLine;
}

async function create(input: object = {}, who = person): Promise<string> {
  const answer = await who.client.ask<{ createVoiceAssistant: { id: string } }>(makeAssistant, {
    input: { name: 'Accueil', context: 'Restaurant', ...input },
  });
  return answer.createVoiceAssistant.id;
}

async function read(id: string): Promise<Assistant> {
  return (await person.client.ask<{ voiceAssistant: Assistant }>(readAssistant, { id })).voiceAssistant;
}

/** One that is in order where it answers. */
async function createSynced(input: object = {}): Promise<string> {
  const id = await create(input);
  await synced(id);
  return id;
}

function synced(id: string): Promise<Assistant> {
  return until(async () => {
    const found = await read(id);
    return found.syncState === 'SYNCED' ? found : null;
  });
}

const atVapi = (number: string) => stage.atVapi(number);
const live = (number: string) => stage.live(number);
const assignedAtVapi = (number: string) => atVapi(number).map(({ assistantId }) => assistantId ?? null);
const english = () => person.client.with({ 'accept-language': 'en' });
describe('a number that is imported', () => {
  it('is a line, without a change at Twilio', async () => {
    const number = stage.addNumber(account);
    const before = [live(number), stage.writes()];
    const line = await importOne(number);
    expect(line).toMatchObject({ number, provider: 'twilio', status: 'ACTIVE', origin: 'IMPORTED', assistant: null });
    expect([live(number), stage.writes()]).toEqual(before);
    expect((await importOne(number)).id).toBe(line.id);
    expect(await person.client.ask(lines)).toEqual({ phoneLines: [line] });
    expect(await person.client.ask(`{ node(id: "${line.id}") { ... on PhoneLine { number } } }`)).toEqual({
      node: { number },
    });
  });

  it.each([
    ['one that nobody has', () => '+33199900000', 'VOICE.NUMBER_NOT_IN_ACCOUNT'],
    ['one of another account', () => stage.addNumber(stage.addAccount()), 'VOICE.NUMBER_NOT_IN_ACCOUNT'],
    [
      'one without voice',
      () => stage.addNumber(account, { capabilities: { voice: false, sms: true, mms: false, fax: false } }),
      'VOICE.NUMBER_CANNOT_SPEAK',
    ],
  ])('is not %s', async (_what, number, reason) => {
    expect(await person.client.refusal(importNumber, { number: number() })).toMatchObject({ reason });
  });

  it('is nobody else’s, even by the same account', async () => {
    const { id, number } = await importOne();
    const stranger = await signUp(stage.server.client);
    await stage.connect(stranger, account);
    expect(await stranger.client.refusal(importNumber, { number })).toMatchObject({
      code: 'CONFLICT',
      reason: 'VOICE.NUMBER_TAKEN',
    });
    expect(await stranger.client.ask(lines)).toEqual({ phoneLines: [] });
    for (const [mutation, more] of [
      [assignLine, { assistantId: null }],
      [releaseLine, {}],
    ] as const) {
      expect(await stranger.client.refusal(mutation, { id, ...more })).toMatchObject({
        reason: 'VOICE.LINE_NOT_FOUND',
      });
    }
    expect(await person.client.ask(releaseLine, { id })).toEqual({ releasePhoneLine: id });
    expect((await importOne(number, stranger)).number).toBe(number);
  });

  it('needs keys that Twilio takes, and time where it asks for it', async () => {
    const number = stage.addNumber(account);
    const { accountSid } = account.settings;
    const path = new RegExp(accountSid);
    stage.twilio.faults.next({ method: 'GET', path }, { kind: 'status', status: 429 }, 9);
    expect(await person.client.refusal(importNumber, { number })).toMatchObject({ code: 'RATE_LIMITED' });
    stage.twilio.faults.clear();
    const stranger = await signUp(stage.server.client);
    await stage.connect(stranger, { settings: { accountSid, authToken: newToken() } });
    const refusal = await stranger.client.with({ 'accept-language': 'fr' }).refusal(importNumber, { number });
    expect(refusal).toMatchObject({ code: 'CREDENTIAL_REJECTED', message: 'Twilio a refusé : Authenticate' });
  });

  it('may be none of the deployment’s account, but for its operator', async () => {
    const number = stage.addNumber(stage.twilio.account);
    const stranger = await signUp(stage.server.client);
    expect(await stranger.client.refusal(importNumber, { number })).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'VOICE.IMPORT_NEEDS_OPERATOR',
    });
    const admin = await stage.admin(stranger);
    const answer = await admin.ask<{ importPhoneNumber: Line }>(importNumber, { number });
    expect(answer.importPhoneNumber.number).toBe(number);
  });
});

describe('a line', () => {
  it('rings at Vapi, and here where Vapi does not answer', async () => {
    const number = stage.addNumber(account, { sms_url: 'https://elsewhere.example/sms' });
    const [line, assistantId] = [await importOne(number), await createSynced()];
    expect(await assign(line, assistantId)).toMatchObject({ assistant: { id: assistantId } });
    const { vapiAssistantId, phoneNumber } = await read(assistantId);
    expect(phoneNumber).toBe(number);
    expect(atVapi(number)).toMatchObject([
      { assistantId: vapiAssistantId, smsEnabled: false, server: { url: `${publicUrl}/api/v1/webhooks/vapi` } },
    ]);
    expect(live(number)).toMatchObject({
      voice_url: vapiVoiceUrl,
      voice_method: 'POST',
      voice_fallback_url: incoming,
      sms_url: 'https://elsewhere.example/sms',
    });
    const before = stage.writes();
    await assign(line, assistantId);
    expect(stage.writes()).toBe(before);
  });

  it('rings here, whatever stood before its address, and is put back as it was', async () => {
    const { trunk_sid } = account.addTrunk('sip:elsewhere.example');
    const number = stage.addNumber(account, { trunk_sid, voice_method: 'GET' });
    const before = live(number);
    const [line, assistantId] = [await importOne(number), await createSynced({ route: 'TWILIO' })];
    await assign(line, assistantId);
    expect(live(number)).toMatchObject({ voice_url: incoming, voice_method: 'POST', voice_fallback_url: incoming });
    expect(live(number)).toMatchObject({ status_callback: `${publicUrl}/api/voice/webhook/status` });
    expect([live(number).trunk_sid ?? '', live(number).voice_application_sid ?? '']).toEqual(['', '']);
    await person.client.ask(releaseLine, { id: line.id });
    expect({ ...live(number), date_updated: '' }).toEqual({ ...before, date_updated: '' });
    expect(await read(assistantId)).toMatchObject({ phoneNumber: null });
  });

  it('is taken away: at Vapi nobody is assigned, or it is gone from there', async () => {
    const [line, assistantId] = [await importOne(), await createSynced()];
    const { number } = line;
    await assign(line, assistantId);
    expect(await assign(line, null)).toMatchObject({ assistant: null });
    expect(assignedAtVapi(number)).toEqual([null]);
    await assign(line, assistantId);
    stage.vapi.faults.next({ method: 'PATCH', path: /^\/phone-number/ }, { kind: 'status', status: 400 });
    await assign(line, null);
    expect(atVapi(number)).toEqual([]);
    expect(live(number)).toMatchObject({ voice_url: 'https://elsewhere.example/voice', voice_fallback_url: '' });
    expect(await read(assistantId)).toMatchObject({ phoneNumber: null });
  });

  it('has one assistant, which may have several lines', async () => {
    const [first, second, third] = [await createSynced(), await createSynced(), await importOne()];
    const [line, number] = [await importOne(), stage.addNumber(account)];
    await assign(line, first);
    expect(await person.client.refusal(assignLine, { id: line.id, assistantId: second })).toMatchObject({
      reason: 'VOICE.LINE_ASSIGNED',
    });
    await assign(third, first);
    const other = await importOne(number);
    await assign(other, first);
    // The oldest line's.
    expect(await read(first)).toMatchObject({ phoneNumber: third.number });
    const [vapiId = ''] = atVapi(number).map(({ id }) => id);
    const owners = await stage.server.app
      .get(VoiceAssistants, { strict: false })
      .ownersOf(systemContext({ actor: 'test', access: 'intake' }), [], [vapiId]);
    const uuid = first.replace('assistant_', '');
    expect(owners.byPhoneNumber.get(vapiId)?.assistantId).toBe(uuid);
    const owner = await stage.server.app.get(PhoneLines, { strict: false }).ownerOf(number);
    expect(owner).toMatchObject({ assistantId: uuid, workspaceId: person.workspaceId.replace('workspace_', '') });
  });

  it('follows its assistant to another route, and away from one that rests', async () => {
    const [line, assistantId] = [await importOne(), await createSynced()];
    const { number } = line;
    await assign(line, assistantId);
    const change = (input: object) => person.client.ask(changeAssistant, { id: assistantId, input });
    await change({ route: 'TWILIO' });
    await until(() => live(number).voice_url === incoming && atVapi(number).length === 0);
    await change({ route: 'VAPI' });
    await until(() => live(number).voice_url === vapiVoiceUrl && atVapi(number)[0]?.assistantId);
    await synced(assistantId);
    await change({ active: false });
    await until(() => assignedAtVapi(number)[0] === null);
  });

  it('is that of an assistant which was made with its number', async () => {
    const { id, number } = await importOne();
    const assistantId = await create({ phoneNumber: number });
    const found = await until(async () => {
      const { phoneLines } = await person.client.ask<{ phoneLines: Line[] }>(lines);
      return phoneLines.find((each) => each.assistant);
    });
    expect(found).toMatchObject({ id, assistant: { id: assistantId } });
    const { vapiAssistantId } = await synced(assistantId);
    expect(atVapi(number)).toMatchObject([{ assistantId: vapiAssistantId }]);
  });

  it('is imported once at Vapi, though its answer is lost', async () => {
    const [line, assistantId] = [await importOne(), await createSynced()];
    stage.vapi.faults.next({ method: 'POST', path: /^\/phone-number$/ }, { kind: 'cut', when: 'after' });
    await assign(line, assistantId);
    expect(atVapi(line.number)).toHaveLength(1);
    expect((await read(assistantId)).phoneNumber).toBe(line.number);
  });

  it('says why a platform refuses, and keeps the token to itself', async () => {
    const [line, assistantId] = [await importOne(), await createSynced()];
    const { authToken } = account.settings;
    account.settings = { ...account.settings, authToken: newToken() };
    const refusal = await english().refusal(assignLine, { id: line.id, assistantId });
    expect(refusal.message).toMatch(/^Vapi refused: Couldn't Import Phone Number .* \[secret\]/);
    expect([JSON.stringify(refusal), ...stage.server.logLines].join('\n')).not.toContain(authToken);
    account.settings = { ...account.settings, authToken };
    expect(await assign(line, assistantId)).toMatchObject({ assistant: { id: assistantId } });
  });
});

describe('a number that is for sale', () => {
  const search = async (country: string, contains?: string) =>
    (await person.client.ask<{ phoneNumberOffers: Offer[] }>(offers, { country, contains })).phoneNumberOffers;
  const freeNumber = async () => {
    const offer = (await search('us', '808')).find(({ number }) => !stage.twilio.findNumber(number));
    if (!offer) throw new Error('Nothing is left.');
    return offer;
  };
  const buy = async (number: string, maxMonthly = '2', who = person) =>
    (await who.client.ask<{ buyPhoneNumber: Line }>(buyNumber, { number, maxMonthly })).buyPhoneNumber;
  it('shows its price, and whether papers are asked for', async () => {
    const american = await search('us');
    expect(american).toContainEqual(expect.objectContaining({ monthly: { amount: '1.15', currency: 'USD' } }));
    expect(american.every(({ needsRegulatoryBundle }) => !needsRegulatoryBundle)).toBe(true);
    const french = await search('FR', '33');
    expect(french.length).toBeGreaterThan(0);
    expect(french.every(({ needsRegulatoryBundle }) => needsRegulatoryBundle)).toBe(true);
    expect(french.filter(({ number }) => /^\+33[67]/.test(number))).toEqual([]);
    expect(await search('ZZ')).toEqual([]);
    expect(await person.client.refusal(offers, { country: 'France' })).toMatchObject({
      reason: 'VOICE.COUNTRY_UNKNOWN',
    });
    expect(await person.client.refusal(offers, { country: 'FR', contains: 'x' })).toMatchObject({
      reason: 'VOICE.DIGITS_REFUSED',
    });
  });

  it('is bought once its price is confirmed, once, and given back', async () => {
    const { number } = await freeNumber();
    const before = stage.orders();
    expect(await person.client.refusal(buyNumber, { number, maxMonthly: '1.14' })).toMatchObject({
      reason: 'VOICE.PRICE_NOT_CONFIRMED',
      message: expect.stringContaining('1.15 USD') as string,
    });
    expect(stage.orders()).toBe(before);
    const line = await buy(number, '1.15');
    expect(line).toMatchObject({ number, status: 'ACTIVE', origin: 'BOUGHT' });
    expect(await buy(number, '0')).toEqual(line);
    expect(stage.orders()).toBe(before + 1);
    await assign(line, await createSynced({ route: 'TWILIO' }));
    await person.client.ask(releaseLine, { id: line.id });
    expect(stage.twilio.findNumber(number)).toBeNull();
    expect(await person.client.refusal(releaseLine, { id: line.id })).toMatchObject({ reason: 'VOICE.LINE_NOT_FOUND' });
  });

  it('is bought once though the answer is lost, and found again where nothing could be asked', async () => {
    const { number } = await freeNumber();
    const before = stage.orders();
    const order = { method: 'POST', path: ordering };
    stage.twilio.faults.next(order, { kind: 'cut', when: 'after' });
    expect(await buy(number)).toMatchObject({ number, status: 'ACTIVE' });
    const { number: other } = await freeNumber();
    stage.twilio.faults.next(order, { kind: 'cut', when: 'before' });
    expect(await person.client.refusal(buyNumber, { number: other, maxMonthly: '2' })).toMatchObject({
      reason: 'VOICE.PURCHASE_UNCERTAIN',
    });
    const { phoneLines } = await person.client.ask<{ phoneLines: Line[] }>(lines);
    expect(phoneLines.map(({ status }) => status)).toEqual(['ACTIVE', 'PENDING']);
    expect(await person.client.refusal(importNumber, { number: other })).toMatchObject({
      reason: 'VOICE.LINE_PENDING',
    });
    expect(await buy(other)).toMatchObject({ id: phoneLines[1]?.id, status: 'ACTIVE' });
    expect(stage.orders()).toBe(before + 3);
  });

  it('is given up where its purchase was begun and never made', async () => {
    const { number } = await freeNumber();
    stage.twilio.faults.next({ method: 'POST', path: ordering }, { kind: 'cut', when: 'before' });
    await person.client.refusal(buyNumber, { number, maxMonthly: '2' });
    const { phoneLines } = await person.client.ask<{ phoneLines: Line[] }>(lines);
    const [{ id } = { id: '' }] = phoneLines;
    await person.client.ask(releaseLine, { id });
    expect(await person.client.ask(lines)).toEqual({ phoneLines: [] });
  });

  it.each([
    ['a French mobile number', () => '+33644000001', 'VOICE.FRENCH_MOBILE_REFUSED'],
    ['one that asks for papers', () => '+33159000001', 'VOICE.BUNDLE_NEEDED'],
    ['one that is not sold', () => '+18085550000', 'VOICE.NUMBER_NOT_OFFERED'],
    ['one that the account has', () => stage.addNumber(account), 'VOICE.NUMBER_ALREADY_IN_ACCOUNT'],
  ])('is not %s', async (_what, number, reason) => {
    const before = stage.orders();
    const refusal = await person.client.refusal(buyNumber, { number: number(), maxMonthly: '99' });
    expect(refusal).toMatchObject({ reason });
    expect(stage.orders()).toBe(before);
  });

  it('is free again where Twilio refuses to sell it, in its own words', async () => {
    const { number } = await freeNumber();
    stage.twilio.faults.next({ method: 'POST', path: ordering }, { kind: 'status', status: 403 });
    expect(await english().refusal(buyNumber, { number, maxMonthly: '2' })).toMatchObject({
      reason: 'VOICE.LINE_REFUSED',
      message: 'Twilio refused: Forbidden',
    });
    expect(await person.client.ask(lines)).toEqual({ phoneLines: [] });
    expect(await buy(number)).toMatchObject({ status: 'ACTIVE' });
  });

  it('may be bought in the account of the deployment', async () => {
    const stranger = await signUp(stage.server.client);
    const { number } = await freeNumber();
    expect(await buy(number, '2', stranger)).toMatchObject({ number, origin: 'BOUGHT' });
    expect(live(number).account_sid).toBe(stage.twilio.account.settings.accountSid);
  });
});
