import { ask, send } from '../support/answers.js';
import { keepBlameless } from '../support/blameless.js';
import { indecenciesOf } from '../support/decent-answer.js';
import { signUp, type Person } from '../support/people.js';
import { endpointOf, PlayedCall } from '../support/played-call.js';
import { expectRefused, refusalOf } from '../support/refusals.js';
import { startServer } from '../support/server.js';

const server = await startServer();
keepBlameless(server);
const owner = await signUp(server.client);
const stranger = await signUp(server.client);
for (const { client } of [owner, stranger]) {
  await client.ask('mutation { createContact(input: { name: "Dupont" }) { id } }');
  await client.ask('mutation { createVoiceAssistant(input: { context: "x" }) { id } }');
  const call = new PlayedCall(await endpointOf(client));
  await call.status(server.url, 'ringing');
  await call.recorded(client);
}

const lists = ['contacts', 'voiceAssistants', 'calls', 'webhookEvents', 'auditLog'];
const restLists = ['/api/voice/assistants', '/api/voice/calls'];

const list = (name: string) =>
  `query ($first: Int, $after: String) { ${name}(first: $first, after: $after) { pageInfo { endCursor } nodes { id } } }`;

async function cursorOf({ client }: Person, name: string): Promise<string> {
  const told = await client.ask<Record<string, { pageInfo: { endCursor: string | null } }>>(list(name), { first: 1 });
  const cursor = told[name]?.pageInfo.endCursor;
  if (!cursor) throw new Error(`Nothing is in ${name}, so there is no cursor to try.`);
  return cursor;
}

const read = (cursor: string) => JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
const written = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** What stands where a cursor of the owner's contacts belongs. */
async function wrongCursors(): Promise<string[]> {
  const cursor = await cursorOf(owner, 'contacts');
  const [binding, key, id, ...rest] = read(cursor);
  return [
    await cursorOf(owner, 'voiceAssistants'),
    await cursorOf(owner, 'auditLog'),
    await cursorOf(stranger, 'contacts'),
    cursor.slice(0, -3),
    `${cursor}A==x`.slice(4),
    written([binding, "2026-01-01'; DROP TABLE contacts; --", id, ...rest]),
    written([binding, '9999999-01-01', id, ...rest]),
    written([binding, key, 'x', ...rest]),
    written([binding, key, null, ...rest]),
    written([binding, { $gt: '' }, id, ...rest]),
    written({ 0: binding, 1: key, 2: id, length: 3 }),
    written([binding, key, id, ...rest, 1]),
    written(null),
    '',
    'x',
    '[]',
  ];
}

describe('pages over GraphQL', () => {
  it.each(lists)('of %s have 1 to 100 entries', async (name) => {
    for (const first of [0, -1, 101, 2_147_483_647, -2_147_483_648]) {
      expect(await refusalOf(owner.client, list(name), { first })).toBe('KERNEL.PAGE_SIZE_INVALID');
    }
    for (const first of [2_147_483_648, 1.5, '10', true]) {
      expect(await refusalOf(owner.client, list(name), { first })).toBe('GRAPHQL.VARIABLES_INVALID');
    }
    expect((await ask(owner.client, list(name), { first: 100 })).errors).toEqual([]);
  });

  it('go on from cursors of the same list of the same workspace only', async () => {
    for (const after of await wrongCursors()) {
      const reason = await refusalOf(owner.client, list('contacts'), { after });
      expect([after, reason]).toEqual([after, 'KERNEL.CURSOR_INVALID']);
    }
    const after = await cursorOf(owner, 'contacts');
    expect((await ask(owner.client, list('contacts'), { after })).errors).toEqual([]);
  });

  it.each([
    '2026-13-41T25:61:61Z',
    '0000-00-00T00:00:00Z',
    '9999-12-31T24:00:00+99:99',
    '2026-02-30 00:00:00+00',
    '294277-01-01T00:00:00Z',
    'infinity',
    '1',
  ])('survive a moment in a cursor that no calendar has: %s', async (moment) => {
    for (const name of lists) {
      const [binding, , ...rest] = read(await cursorOf(owner, name));
      const answer = await ask(owner.client, list(name), { after: written([binding, moment, ...rest]) });
      expect([name, indecenciesOf(answer.status, answer.body)]).toEqual([name, []]);
    }
  });
});

describe('pages over REST', () => {
  it.each(['0', '-1', '101', '2147483648', '-2147483649', '99999999999999999999', '1e1', '1.5', '', 'abc', '%31%00'])(
    'have 1 to 100 entries, not %j',
    async (first) => {
      for (const path of restLists) await expectRefused(owner.client, `GET ${path}?first=${first}`, 400);
    },
  );

  it('go on from cursors of the same list of the same workspace only', async () => {
    const [own, ...wrong] = await wrongCursors();
    const foreign = [await cursorOf(stranger, 'voiceAssistants'), await cursorOf(stranger, 'calls')];
    for (const after of [...wrong, ...foreign]) {
      for (const path of restLists) {
        await expectRefused(owner.client, `GET ${path}?after=${encodeURIComponent(after)}`, 400);
      }
    }
    // Wrong for contacts only.
    expect((await send(owner.client, `GET /api/voice/assistants?after=${own}`)).status).toBe(200);
  });
});
