import { randomUUID } from 'node:crypto';
import type { VapiBody } from '../../src/voice/providers/vapi/testing/call-script.js';
import { callScripts } from '../../src/voice/providers/vapi/testing/call-scripts.js';
import { send } from '../support/answers.js';
import type { ApiClient } from '../support/api-client.js';
import { keepBlameless } from '../support/blameless.js';
import { indecenciesOf, insidesOf } from '../support/decent-answer.js';
import { queryAsSuperuser, rowCounts } from '../support/every-row.js';
import { hostileTexts } from '../support/hostile-values.js';
import { replaced, stringPaths, type Path } from '../support/leaves.js';
import { signUp } from '../support/people.js';
import { endpointOf } from '../support/played-call.js';
import { startServer } from '../support/server.js';
import { until } from '../support/until.js';

// So that no limit hides what lies behind it.
const server = await startServer({ WEBHOOK_BURST: '1000000' });
keepBlameless(server);
const owner = await signUp(server.client);
const { path: endpoint, secret } = await endpointOf(owner.client);
const platform = server.client.with({ 'x-vapi-secret': secret });
/** Posts to the owner's endpoint with the right secret. */
const post = (body: VapiBody) => send(platform, [`POST ${endpoint}`, body]);

/** The events of every scripted call. */
function everyEvent(): VapiBody[] {
  return Object.values(callScripts).flatMap((script) => script(randomUUID()));
}

/** A place by its names, whichever entry of a list it is in. */
function nameOf(path: Path): string {
  return path.filter((step) => typeof step === 'string').join('.');
}

const sqlAndScript = `${hostileTexts.sql ?? ''}${hostileTexts.script ?? ''}`;

/** Texts for one place: all of them where no place of this name has been tried, SQL and script in an event of another kind. */
class Choice {
  readonly #tried = new Set<string>();

  of({ message }: VapiBody, path: Path): readonly unknown[] {
    if (this.#isNew(nameOf(path))) return [...Object.values(hostileTexts), null, 7, {}, []];
    const kind = [message.type, message.transcriptType, message.status, ...path].join('.');
    return this.#isNew(kind) ? [sqlAndScript] : [];
  }

  #isNew(name: string): boolean {
    const isNew = !this.#tried.has(name);
    this.#tried.add(name);
    return isNew;
  }
}

/** What nobody would write: in one place, and in all places of an event at once. */
function attacks(): VapiBody[] {
  const choice = new Choice();
  const types = new Set<unknown>();
  return everyEvent().flatMap((body) => {
    const paths = stringPaths(body);
    const single = paths.flatMap((path) => choice.of(body, path).map((text) => attack(body, [path], text)));
    const isKnown = types.has(body.message.type);
    types.add(body.message.type);
    const everywhere = isKnown ? [] : Object.values(hostileTexts).map((text) => attack(body, paths, text));
    return [...single, ...everywhere];
  });
}

/** An event of a call of its own, unless it is the call's id that is tried. */
function attack(body: VapiBody, places: readonly Path[], text: unknown): VapiBody {
  return replaced(replaced(body, [['message', 'call', 'id']], randomUUID()), places, text);
}

async function inTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const rest = [...items];
  const one = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 16 }, one));
}

async function eventsBy(column: 'status' | 'workspace_id'): Promise<Record<string, number>> {
  const rows = await queryAsSuperuser<{ key: string; count: number }>(
    server.databaseUrl,
    `SELECT ${column}::text AS key, count(*)::int AS count FROM webhook_events GROUP BY 1`,
  );
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
}

/** Whether a text stands in a transcript as it was said. */
async function isHeard(text: string): Promise<boolean> {
  const found = 'SELECT FROM transcript_segments WHERE text = $1 LIMIT 1';
  const rows = await queryAsSuperuser(server.databaseUrl, found, [text]);
  return rows.length > 0;
}

const everyField = `query ($after: String) { calls(first: 50, after: $after) { pageInfo { endCursor hasNextPage } nodes {
  id vapiCallId status outcome direction fromNumber toNumber fromIdentity toIdentity startedAt endedAt durationSeconds endedReason
  summary recordingUrl satisfaction cost { amount currency } costLines { source cost { amount currency } }
  transcript { position role text at secondsFromStart } toolInvocations { name arguments result error } messages { name text callback }
  transfers { to status summary } } } }`;
const everyStored = `query ($after: String) { webhookEvents(first: 50, after: $after) { pageInfo { endCursor hasNextPage } nodes {
  id source type externalId status error payload } } }`;

/** Reads a list to its end. @returns how many entries it has. */
async function readWhole(client: ApiClient, list: string, query: string): Promise<number> {
  let count = 0;
  for (let after: string | null = null, more = true; more;) {
    const told: Record<string, { pageInfo: { endCursor: string; hasNextPage: boolean }; nodes: unknown[] }> =
      await client.ask(query, { after });
    const page = told[list];
    count += page?.nodes.length ?? 0;
    after = page?.pageInfo.endCursor ?? null;
    more = page?.pageInfo.hasNextPage ?? false;
  }
  return count;
}

describe('text that nobody would write, in every string of every event', () => {
  it('is taken or refused, worked on, and read by whoever may, without a fault', async () => {
    const tried = attacks();
    expect(tried.length).toBeGreaterThan(1_000);
    const faults: string[] = [];
    let accepted = 0;
    await inTurn(tried, async (body) => {
      const { status, body: told } = await post(body);
      if (status === 200) accepted += 1;
      if (![200, 400].includes(status)) faults.push(`status ${status}`);
      // What is accepted may be answered by words for a caller.
      const wrong = status === 200 ? insidesOf(told) : indecenciesOf(status, told);
      faults.push(...wrong.map((fault) => `${fault}: ${JSON.stringify(body).slice(0, 300)}`));
    });
    expect(faults).toEqual([]);
    await until(async () => ((await eventsBy('status')).RECEIVED ?? 0) === 0, 20_000);
    // Two events may have the same bytes: no string was left that tells them apart.
    const { PROCESSED = 0, ...others } = await eventsBy('status');
    expect(others).toEqual({});
    expect(PROCESSED).toBeGreaterThan(accepted * 0.9);
    expect(Object.keys(await eventsBy('workspace_id'))).toEqual([owner.workspaceId.split('_')[1]]);
    const { calls } = await rowCounts(server.databaseUrl);
    expect(await readWhole(owner.client, 'calls', everyField)).toBe(calls);
    expect(await readWhole(owner.client, 'webhookEvents', everyStored)).toBe(PROCESSED);
    expect(await isHeard(sqlAndScript)).toBe(true);
  }, 60_000);
});
