import { randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { migrateQueue } from '../../src/kernel/queue/index.js';
import type { ApiClient } from '../support/api-client.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { faultsIn } from '../support/decent-answer.js';
import { listen, type Listener } from '../support/live-client.js';
import { join, signUp, type Person } from '../support/people.js';
import { endpointOf, PlayedCall, type Endpoint } from '../support/played-call.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const jwtSecret = randomBytes(32).toString('hex');

let database: TestDatabase;
/** Two processes of one deployment; either may take a webhook, work on it, or serve a subscriber. */
let one: TestServer;
let other: TestServer;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrateQueue(database.url);
  const key = randomBytes(32).toString('base64');
  const env = { DATABASE_URL: database.url, JWT_SECRET: jwtSecret, ENCRYPTION_KEYS: `test:${key}` };
  [one, other] = await Promise.all([startServer(env), startServer(env)]);
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await database.drop();
});
afterEach(() => {
  expect(faultsIn([...one.logLines.splice(0), ...other.logLines.splice(0)])).toEqual([]);
});

const callUpdated = 'subscription { callUpdated { vapiCallId status } }';
interface CallNews {
  callUpdated: { vapiCallId: string; status: string };
}

const transcriptAppended =
  'subscription ($id: ID!, $after: Int) { transcriptAppended(callId: $id, afterPosition: $after) { position text } }';
interface SegmentNews {
  transcriptAppended: { position: number; text: string };
}

function heardOf({ news }: Listener<CallNews>, { id }: PlayedCall): string[] {
  return news.flatMap(({ callUpdated: { vapiCallId, status } }) => (vapiCallId === id ? [status] : []));
}

/** Subscribes to calls, and waits until the subscription stands: until a call is heard of. */
async function listenToCalls(server: TestServer, token: string, endpoint: Endpoint): Promise<Listener<CallNews>> {
  const listener = listen<CallNews>({ url: server.url, token, query: callUpdated });
  await until(async () => {
    await new PlayedCall(endpoint).status(one.url, 'ringing');
    return listener.news.length > 0;
  });
  return listener;
}

describe('who subscribes to calls', () => {
  it('hears of those that another process is told of, and of nobody else’s', async () => {
    const [owner, stranger] = [await signUp(one.client), await signUp(one.client)];
    const [endpoint, foreignEndpoint] = [await endpointOf(owner.client), await endpointOf(stranger.client)];
    const listeners = await Promise.all(
      [one, other].map((server) => listenToCalls(server, owner.accessToken, endpoint)),
    );
    const [call, foreign] = [new PlayedCall(endpoint), new PlayedCall(foreignEndpoint)];
    for (const [server, status, told] of [
      [other, 'ringing', 'RINGING'],
      [one, 'in-progress', 'IN_PROGRESS'],
      [other, 'ended', 'COMPLETED'],
    ] as const) {
      await foreign.status(server.url, status);
      await call.status(server.url, status);
      await until(() => listeners.every((listener) => heardOf(listener, call).at(-1) === told));
    }
    for (const listener of listeners) {
      expect(heardOf(listener, call)).toEqual(['RINGING', 'IN_PROGRESS', 'COMPLETED']);
      expect(heardOf(listener, foreign)).toEqual([]);
      expect(listener.errors).toEqual([]);
      listener.stop();
    }
  });

  it('is let go when the token expires', async () => {
    const owner = await signUp(one.client);
    const endpoint = await endpointOf(owner.client);
    const claims = jwt.decode(owner.accessToken) as Record<string, unknown>;
    // Clocks may differ by ten seconds, so a token counts a little longer than it says; the socket ends when it says.
    const token = jwt.sign({ ...claims, exp: Math.floor(Date.now() / 1000) + 3 }, jwtSecret);
    const listener = await listenToCalls(one, token, endpoint);
    expect(await listener.closed).toBe(4401);
  });

  it.each(['', 'x', 'assistant_x', 'call_00000000-0000-7000-8000-000000000000'])(
    'of an assistant that does not exist is told so, instead of hearing of all: %j',
    async (id) => {
      const owner = await signUp(one.client);
      const query = 'subscription ($id: ID) { callUpdated(assistantId: $id) { id } }';
      const listener = listen({ url: one.url, token: owner.accessToken, query, variables: { id } });
      await until(() => listener.errors.length > 0);
      expect(listener.errors).toEqual([
        expect.objectContaining({ extensions: expect.objectContaining({ code: 'NOT_FOUND' }) as object }),
      ]);
      listener.stop();
    },
  );
});

/** A token of somebody who may listen, and what ends that, at the other process. */
interface Ending {
  token: string;
  end: () => Promise<unknown>;
}

function elsewhere({ client }: Person): ApiClient {
  return client.on(other.url);
}

async function removal(owner: Person): Promise<Ending> {
  const { accessToken, userId } = await join(one.client, owner, 'VIEWER');
  const remove = 'mutation ($id: ID!) { removeMember(userId: $id) }';
  return { token: accessToken, end: () => elsewhere(owner).ask(remove, { id: userId }) };
}

async function signingOut(owner: Person): Promise<Ending> {
  const { accessToken, refreshToken } = await join(one.client, owner, 'VIEWER');
  const signOut = 'mutation ($t: String!) { signOut(refreshToken: $t) }';
  return { token: accessToken, end: () => elsewhere(owner).ask(signOut, { t: refreshToken }) };
}

async function revocation(owner: Person): Promise<Ending> {
  const create = 'mutation { createApiKey(name: "x", permissions: ["calls:read"]) { secret apiKey { id } } }';
  const { createApiKey: made } = await owner.client.ask<{ createApiKey: { secret: string; apiKey: { id: string } } }>(
    create,
  );
  const revoke = 'mutation ($id: ID!) { revokeApiKey(id: $id) }';
  return { token: made.secret, end: () => elsewhere(owner).ask(revoke, { id: made.apiKey.id }) };
}

describe('who has lost the right to listen', () => {
  // Another process may go by what it read five seconds ago, no longer; the rest is for a busy machine.
  const longestMs = 8_000;

  it('hears nothing more once removed, signed out or revoked, by whichever process', async () => {
    const owner = await signUp(one.client);
    const endpoint = await endpointOf(owner.client);
    const endings = await Promise.all([removal, signingOut, revocation].map((prepare) => prepare(owner)));
    const listeners = await Promise.all(endings.map(({ token }) => listenToCalls(one, token, endpoint)));
    const stillHears = await listenToCalls(one, owner.accessToken, endpoint);
    const codes: number[] = [];
    for (const { closed } of listeners) void closed.then((code) => codes.push(code));
    await Promise.all(endings.map(({ end }) => end()));
    const from = performance.now();
    await until(async () => {
      await new PlayedCall(endpoint).status(other.url, 'ringing');
      return codes.length === listeners.length;
    });
    expect([codes, performance.now() - from < longestMs]).toEqual([[4401, 4401, 4401], true]);
    const before = listeners.map(({ news }) => news.length);
    const call = new PlayedCall(endpoint);
    await call.status(one.url, 'ringing');
    await until(() => heardOf(stillHears, call).length > 0);
    expect(listeners.map(({ news }) => news.length)).toEqual(before);
    stillHears.stop();
  });
});

describe('who follows a transcript', () => {
  it('resumes on any process, without a gap or a repetition', async () => {
    const owner = await signUp(one.client);
    const call = new PlayedCall(await endpointOf(owner.client));
    await call.status(one.url, 'in-progress');
    const id = await call.recorded(owner.client);
    const texts = Array.from({ length: 40 }, (_, index) => `Phrase ${index}.`);
    const got: SegmentNews['transcriptAppended'][] = [];
    const talk = (async () => {
      for (const [index, text] of texts.entries()) await call.say((index % 3 === 0 ? one : other).url, text);
    })();
    for (let turn = 0; got.length < texts.length; turn += 1) {
      const variables = { id, after: got.at(-1)?.position ?? null };
      const { url } = turn % 2 === 0 ? one : other;
      const listener = listen<SegmentNews>({ url, token: owner.accessToken, query: transcriptAppended, variables });
      // The connection breaks again and again while there is talk.
      const enough = Math.min(4, texts.length - got.length);
      await until(() => listener.news.length >= enough);
      listener.breakOff();
      await listener.closed;
      got.push(...listener.news.map(({ transcriptAppended: segment }) => segment));
    }
    await talk;
    expect(got.map(({ position }) => position)).toEqual(texts.map((_, index) => index));
    expect(got.map(({ text }) => text)).toEqual(texts);
  });

  it('is refused another workspace’s, and what is no call', async () => {
    const [owner, stranger] = [await signUp(one.client), await signUp(one.client)];
    const call = new PlayedCall(await endpointOf(owner.client));
    await call.status(one.url, 'in-progress');
    const id = await call.recorded(owner.client);
    for (const wrong of [id, 'call_x', '', 'assistant_00000000-0000-7000-8000-000000000000', "' OR 1=1", 'a\u0000b']) {
      const listener = listen({
        url: one.url,
        token: stranger.accessToken,
        query: transcriptAppended,
        variables: { id: wrong },
      });
      await until(() => listener.errors.length > 0);
      const extensions = expect.objectContaining({ code: 'NOT_FOUND', reason: 'VOICE.CALL_NOT_FOUND' }) as object;
      expect(listener.errors).toEqual([expect.objectContaining({ extensions })]);
      listener.stop();
    }
  });
});
