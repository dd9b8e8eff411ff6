import { DataSource } from 'typeorm';
import type { AccountsApp } from '../../../../test/support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { startVoiceApp } from '../../../../test/support/voice-app.js';
import { createWorkspace } from '../../../../test/support/workspaces.js';
import { systemContext, uuidv7, type RequestContext } from '../../../kernel/context/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import type { LiveEvents, LiveSignal } from '../../../kernel/events/index.js';
import { readVapiEvent } from '../../providers/vapi/reading/read-vapi-event.js';
import { CallScript, type VapiBody } from '../../providers/vapi/testing/call-script.js';
import { callScripts } from '../../providers/vapi/testing/call-scripts.js';
import { CallReader } from '../reading/call-reader.js';
import { TranscriptReader } from '../reading/transcript-reader.js';
import { CallRecorder } from '../record/call-recorder.js';
import { LiveCalls } from './live-calls.js';

let database: TestDatabase;
/** Two processes of one deployment: one records, the other serves subscribers. */
let worker: AccountsApp;
let api: AccountsApp;

beforeAll(async () => {
  database = await createTestDatabase();
  [worker, api] = await Promise.all([startVoiceApp(database.url), startVoiceApp(database.url)]);
});
afterAll(async () => {
  await Promise.all([worker.close(), api.close()]);
  await database.drop();
});

const newWorkspace = () => createWorkspace(worker.app.get(DataSource));

async function record(ctx: RequestContext, bodies: readonly VapiBody[]): Promise<string> {
  const facts = bodies.flatMap((body) => readVapiEvent(body, new Date()) ?? []);
  const recorder = worker.app.get(CallRecorder, { strict: false });
  const ids = await worker.app.get(UnitOfWork).run(ctx, (tx) => recorder.record(tx, facts));
  return [...ids.values()][0] ?? '';
}

async function take<News>(stream: AsyncIterator<News, undefined>, count: number): Promise<News[]> {
  const news: News[] = [];
  while (news.length < count) {
    const { value, done } = await stream.next();
    if (done) break;
    news.push(value);
  }
  return news;
}

const script = (id: string) => callScripts.inbound?.(id) ?? [];
const utterances = (id: string, texts: readonly string[], from = Date.now()) =>
  new CallScript({ callId: id, from, type: 'inboundPhoneCall' }).talk(
    texts.map((text, index) => ['user', text, index + 1] as const),
  ).bodies;

/** Serves subscribers from the real database, with signals that the test gives. */
class Signals {
  readonly #waiting: LiveSignal<never>[] = [];
  readonly live = new LiveCalls(
    { subscribe: () => this.stream(), subscribeAcrossWorkspaces: () => this.stream() } as unknown as LiveEvents,
    api.app.get(CallReader, { strict: false }),
    api.app.get(TranscriptReader, { strict: false }),
  );

  give(...signals: unknown[]): this {
    this.#waiting.push(...(signals as LiveSignal<never>[]));
    return this;
  }

  /** Ends with the signals. */
  private stream(): AsyncIterableIterator<LiveSignal<never>, undefined> {
    const next = (): Promise<IteratorResult<LiveSignal<never>, undefined>> => {
      const [value] = this.#waiting.splice(0, 1);
      return Promise.resolve(value ? { value, done: false } : { value: undefined, done: true });
    };
    return {
      next,
      return: () => Promise.resolve({ value: undefined, done: true }),
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}

const began = { resync: true, reason: 'subscribed' };
const gap = { resync: true, reason: 'reconnected' };
const changed = (callId: string, assistantId: string | null = null) => ({
  resync: false,
  ids: { callId, assistantId },
});

describe('who watches calls', () => {
  it('is told of changes that another process makes', async () => {
    const ctx = await newWorkspace();
    const stream = api.app.get(LiveCalls, { strict: false }).changes(ctx, null);
    const told = new AbortController();
    const first = stream.next().finally(() => told.abort());
    let callId = '';
    // What changes before the subscription stands is not told, so it goes on changing until it is.
    while (!told.signal.aborted) callId = await record(ctx, script(uuidv7()).slice(0, 1));
    expect(callId).not.toBe('');
    const { value } = await first;
    expect(value?.callUpdated).toMatchObject({ status: 'RINGING', workspaceId: ctx.workspaceId });
    await stream.return?.();
    expect(await stream.next()).toEqual({ value: undefined, done: true });
  });

  it('is told each state of a call once', async () => {
    const ctx = await newWorkspace();
    const callId = await record(ctx, script(uuidv7()));
    const stream = new Signals().give(began, changed(callId), changed(callId)).live.changes(ctx, null);
    expect((await take(stream, 9)).map(({ callUpdated }) => callUpdated.uuid)).toEqual([callId]);
  });

  it('is told of one assistant’s calls only, if so asked', async () => {
    const ctx = await newWorkspace();
    const callId = await record(ctx, script(uuidv7()));
    const stream = new Signals().give(began, changed(callId, uuidv7())).live.changes(ctx, uuidv7());
    expect(await take(stream, 9)).toEqual([]);
  });

  it('is told after a gap of what has changed meanwhile', async () => {
    const ctx = await newWorkspace();
    const signals = new Signals().give(began);
    const stream = signals.live.changes(ctx, null);
    expect(await take(stream, 1)).toEqual([]);
    const recent = new CallScript({ callId: uuidv7(), from: Date.now(), type: 'webCall' }).status(
      'in-progress',
      0,
    ).bodies;
    const callId = await record(ctx, recent);
    signals.give(gap, gap);
    expect((await take(stream, 9)).map(({ callUpdated }) => callUpdated.uuid)).toEqual([callId]);
  });

  it('sees nothing of another workspace; a platform ADMIN sees all', async () => {
    const [ctx, other] = [await newWorkspace(), await newWorkspace()];
    const callId = await record(ctx, script(uuidv7()));
    const signals = () => new Signals().give(began, changed(callId)).live;
    expect(await take(signals().changes(other, null), 9)).toEqual([]);
    expect(await take(signals().changes(systemContext({ actor: 'test', access: 'admin' }), null), 9)).toHaveLength(1);
  });
});

describe('who follows a transcript', () => {
  const textsOf = (news: { transcriptAppended: { text: string; position: number } }[]) =>
    news.map(({ transcriptAppended: { position, text } }) => `${position} ${text}`);

  it('gets what was said, then what another process hears', async () => {
    const ctx = await newWorkspace();
    const id = uuidv7();
    const bodies = utterances(id, ['a', 'b', 'c', 'd']);
    const callId = await record(ctx, bodies.slice(0, 4));
    const stream = await api.app.get(LiveCalls, { strict: false }).transcript(ctx, callId, null);
    expect(textsOf(await take(stream, 2))).toEqual(['0 a', '1 b']);
    const more = take(stream, 2);
    await record(ctx, bodies.slice(4, 6));
    await record(ctx, bodies.slice(6));
    expect(textsOf(await more)).toEqual(['2 c', '3 d']);
    await stream.return?.();
  });

  it('resumes after a position without a gap or a repetition', async () => {
    const ctx = await newWorkspace();
    const id = uuidv7();
    const bodies = utterances(id, ['a', 'b', 'c', 'd']);
    const callId = await record(ctx, bodies.slice(0, 6));
    const signals = new Signals().give(began);
    const stream = await signals.live.transcript(ctx, callId, 0);
    expect(textsOf(await take(stream, 9))).toEqual(['1 b', '2 c']);
    await record(ctx, bodies);
    signals.give(gap, changed(callId), changed(uuidv7()));
    expect(textsOf(await take(stream, 9))).toEqual(['3 d']);
  });

  it('gets an utterance that comes late in its place', async () => {
    const ctx = await newWorkspace();
    const id = uuidv7();
    const bodies = utterances(id, ['a', 'b', 'c']);
    const callId = await record(ctx, [...bodies.slice(0, 2), ...bodies.slice(4)]);
    const signals = new Signals().give(began);
    const stream = await signals.live.transcript(ctx, callId, null);
    expect(textsOf(await take(stream, 9))).toEqual(['0 a', '1 c']);
    await record(ctx, bodies.slice(2, 4));
    signals.give(changed(callId));
    expect(textsOf(await take(stream, 9))).toEqual(['1 b']);
  });

  it('must be of the call’s workspace', async () => {
    const [ctx, other] = [await newWorkspace(), await newWorkspace()];
    const callId = await record(ctx, script(uuidv7()));
    await expect(new Signals().live.transcript(other, callId, null)).rejects.toThrow('This call does not exist.');
  });
});
