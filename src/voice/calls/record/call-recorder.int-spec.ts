import fc from 'fast-check';
import { createWorkspace } from '../../../../test/support/workspaces.js';
import { uuidv7, type RequestContext } from '../../../kernel/context/index.js';
import { sql } from '../../../kernel/database/index.js';
import { readVapiEvent } from '../../providers/vapi/reading/read-vapi-event.js';
import type { VapiBody } from '../../providers/vapi/testing/call-script.js';
import { callScripts } from '../../providers/vapi/testing/call-scripts.js';
import { createdEvent, eventCreation, nativeMessages } from '../../providers/vapi/testing/native-calls.js';
import type { CallFacts } from '../merge/call-facts.js';
import { CallRecord, type CallRows } from '../testing/call-record.js';

const receivedAt = new Date('2026-09-01T10:00:30Z');

let record: CallRecord;

beforeAll(async () => {
  record = await CallRecord.open();
});
afterAll(() => record.close());

function factsOf(bodies: readonly VapiBody[]): CallFacts[] {
  return bodies.flatMap((body) => readVapiEvent(body, receivedAt) ?? []);
}

/** The rows after the batches, with what is the call's own taken out, so that two calls can be compared. */
async function rowsAfter(
  ctx: RequestContext,
  callId: string,
  batches: readonly (readonly VapiBody[])[],
): Promise<CallRows> {
  for (const batch of batches) await record.record(ctx, factsOf(batch));
  const rows = await record.rows(ctx, callId);
  return JSON.parse(JSON.stringify(rows).replaceAll(callId, 'call').replaceAll(callId.slice(0, 8), 'sid')) as CallRows;
}

function batchesOf<T>(told: readonly T[], cuts: readonly number[]): T[][] {
  const edges = [0, ...[...cuts].sort((a, b) => a - b), told.length];
  return edges.slice(1).map((end, index) => told.slice(edges[index], end));
}

describe('the record of calls', () => {
  it.each(Object.keys(callScripts))('is the same for every order, duplication and split of %s', async (name) => {
    const ctx = await createWorkspace(record.dataSource);
    const script = callScripts[name] as (callId: string) => VapiBody[];
    const places = script('x').map((_, index) => index);
    const telling = fc.subarray(places, { minLength: 1 }).chain((subset) =>
      fc.record({
        subset: fc.constant(subset),
        told: fc
          .array(fc.constantFrom(...subset), { maxLength: 3 })
          .chain((again) => fc.shuffledSubarray([...subset, ...again], { minLength: subset.length + again.length })),
        cuts: fc.array(fc.nat(places.length + 3), { maxLength: 4 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(telling, async ({ subset, told, cuts }) => {
        const [one, other] = [uuidv7(), uuidv7()];
        const pick = (callId: string, which: readonly number[]) =>
          which.map((index) => script(callId)[index] as VapiBody);
        const expected = await rowsAfter(ctx, one, [pick(one, subset)]);
        const actual = await rowsAfter(ctx, other, batchesOf(pick(other, told), cuts));
        expect(actual).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });

  it('takes many calls at once', async () => {
    const ctx = await createWorkspace(record.dataSource);
    const ids = Array.from({ length: 40 }, () => uuidv7());
    const facts = factsOf(ids.flatMap((id) => callScripts.inbound?.(id) ?? []));

    const recorded = await record.record(ctx, facts);

    expect(recorded.size).toBe(40);
    const rows = await record.rows(ctx, ids[7] ?? '');
    expect(rows.call).toMatchObject({
      status: 'COMPLETED',
      outcome: 'CONVERSATION',
      duration_seconds: 20,
      currency: 'EUR',
    });
    expect(rows.segments.map((segment) => segment.position)).toEqual([0, 1, 2]);
  });

  it('is not confused by two processes that tell of the same new calls at once', async () => {
    const ctx = await createWorkspace(record.dataSource);
    const ids = Array.from({ length: 12 }, () => uuidv7());
    const bodies = ids.map((id) => callScripts.inbound?.(id) ?? []);
    const early = factsOf(bodies.flatMap((script) => script.slice(0, 6)));
    const late = factsOf(bodies.flatMap((script) => script.slice(4)).reverse());

    await Promise.all([early, late, early, late].map((facts) => record.record(ctx, facts)));

    const alone = uuidv7();
    const expected = await rowsAfter(ctx, alone, [callScripts.inbound?.(alone) ?? []]);
    for (const id of ids) expect(await rowsAfter(ctx, id, [])).toEqual(expected);
  });

  it('finds whose call it is by the assistant, else by the number', async () => {
    const ctx = await createWorkspace(record.dataSource);
    const assistant = await insertAssistant(ctx, { vapiAssistantId: uuidv7(), vapiPhoneNumberId: 'line-7' });
    const [byAssistant, byNumber] = [uuidv7(), uuidv7()];
    const call = (id: string, members: Record<string, unknown>) => ({
      message: { type: 'hang', timestamp: 1, call: { id, ...members } },
    });

    await record.record(
      ctx,
      factsOf([
        call(byAssistant, { assistantId: assistant.vapiAssistantId }),
        call(byNumber, { assistantId: 'other', phoneNumberId: 'line-7' }),
      ]),
    );

    for (const id of [byAssistant, byNumber]) {
      const { call: row } = await record.rows(ctx, id);
      expect(row).toMatchObject({ assistant_id: assistant.id, client_id: assistant.clientId });
    }
  });

  it('reverses a bill that another report replaces, and keeps both in the ledger', async () => {
    const ctx = await createWorkspace(record.dataSource);
    const id = uuidv7();
    const [first, second] = (callScripts.repeatedReports?.(id) ?? []).filter(
      ({ message }) => message.type === 'end-of-call-report',
    );
    await record.record(ctx, factsOf([first as VapiBody]));
    await record.record(ctx, factsOf([second as VapiBody]));

    const { call, costs } = await record.rows(ctx, id);
    const entries = await record.unitOfWork.run(ctx, (tx) =>
      sql<{ reversal: boolean; lines: number }>(
        tx,
        'SELECT reversal, count(*)::int AS lines FROM usage_entries GROUP BY 1 ORDER BY 1',
      ),
    );
    expect(entries).toEqual([
      { reversal: false, lines: 12 },
      { reversal: true, lines: 6 },
    ]);
    expect(costs.sum).toBe(String(Number(call.cost)));
  });

  it('survives U+0000, halves of characters and endless ids', async () => {
    const ctx = await createWorkspace(record.dataSource);
    const good = uuidv7();
    const odd = {
      message: {
        type: 'transcript',
        timestamp: 5,
        role: 'user',
        transcriptType: 'final',
        transcript: 'a\0b\ud800c',
        call: { id: `x\0${'y'.repeat(9000)}` },
      },
    };

    const recorded = await record.record(ctx, factsOf([odd, ...(callScripts.inbound?.(good) ?? [])]));

    expect(recorded.size).toBe(2);
    const oddKey = [...recorded.keys()].find((key) => key !== good) ?? '';
    expect((await record.rows(ctx, oddKey)).segments).toMatchObject([{ text: 'abc' }]);
  });

  it('says once that a call has ended', async () => {
    const ctx = await createWorkspace(record.dataSource);
    const id = uuidv7();
    const bodies = callScripts.inbound?.(id) ?? [];

    for (const body of [...bodies, ...bodies]) await record.record(ctx, factsOf([body]));

    expect(record.told.filter(({ facts }) => (facts as { callKey: string }).callKey === id)).toHaveLength(1);
  });

  it('keeps a call as long as its workspace says', async () => {
    const ctx = await createWorkspace(record.dataSource);
    await record.unitOfWork.run(ctx, (tx) => sql(tx, 'UPDATE workspaces SET retention_days = 30'));
    const id = uuidv7();

    await record.record(ctx, factsOf(callScripts.inbound?.(id) ?? []));

    const { call } = await record.rows(ctx, id);
    expect(call.delete_after).toEqual(new Date('2026-10-01T10:00:20.000Z'));
  });
});

describe('the tools that Vapi ran by itself', () => {
  const report = (id: string, change: object, timestamp = 1) => {
    const artifact = { messages: nativeMessages({ ...eventCreation, ...change }) };
    return { message: { type: 'end-of-call-report', timestamp, call: { id }, artifact } };
  };
  const usesOf = (id: string) => record.uses.filter(({ callKey }) => callKey === id);

  it('are told once to whoever reacts to them, with the call that is there', async () => {
    const ctx = await createWorkspace(record.dataSource);
    const id = uuidv7();
    const bodies = callScripts.googleCalendar?.(id) ?? [];

    for (const body of [...bodies, ...bodies.toReversed()]) await record.record(ctx, factsOf([body]));

    const callId = await idOf(ctx, id);
    const [check, creation, hangUp, ended] = usesOf(id);
    expect(check).toMatchObject({ toolCallId: 'call_check', callId, callKey: id, sandbox: false });
    expect(creation).toEqual({
      callId,
      callKey: id,
      assistantId: null,
      contactId: expect.any(String) as unknown,
      toolCallId: 'call_create',
      name: 'google.calendar.event.create',
      arguments: {
        summary: 'Consultation, M. Dupont',
        startDateTime: '2026-09-02T14:00:00',
        endDateTime: '2026-09-02T14:30:00',
        timeZone: 'Europe/Paris',
      },
      result: createdEvent,
      error: null,
      at: new Date(eventCreation.from),
      sandbox: false,
    });
    expect([hangUp, ended]).toMatchObject([
      { name: 'endCall', result: null },
      { name: 'endCall', result: 'Success.' },
    ]);
    expect(usesOf(id)).toHaveLength(4);
  });

  it('are told again when more is known of them, and keep their row', async () => {
    const ctx = await createWorkspace(record.dataSource);
    const id = uuidv7();
    await record.record(ctx, factsOf([report(id, { result: undefined })]));
    const { invocations: before } = await record.rows(ctx, id);
    await record.record(ctx, factsOf([report(id, { result: 'Error: no access' }, 2), report(id, {}, 3)]));
    await record.record(ctx, factsOf([report(id, { result: 'Error: no access' }, 2)]));

    expect(usesOf(id)).toMatchObject([
      { result: null, error: null },
      { result: createdEvent, error: null },
    ]);
    expect(before).toMatchObject([{ state: 'done', result: null, error: null }]);
    expect((await record.rows(ctx, id)).invocations).toMatchObject([
      { name: 'google.calendar.event.create', state: 'done', result: createdEvent, duration_ms: 1500 },
    ]);
  });

  it('are not those that this server was asked for, whatever their name', async () => {
    const ctx = await createWorkspace(record.dataSource);
    const id = uuidv7();
    await record.unitOfWork.run(ctx, (tx) =>
      sql(
        tx,
        `INSERT INTO tool_invocations (id, workspace_id, call_key, tool_call_id, name, arguments, lease_until)
          VALUES ($1, $2, $3, 'call_create', 'google_calendar_tool', '{}', now())`,
        [uuidv7(), ctx.workspaceId, id],
      ),
    );
    await record.record(ctx, factsOf([report(id, {})]));

    expect(usesOf(id)).toEqual([]);
    expect((await record.rows(ctx, id)).invocations).toMatchObject([
      { name: 'google_calendar_tool', state: 'pending' },
    ]);
  });

  it('of the sandbox say so', async () => {
    const ctx = await createWorkspace(record.dataSource);
    const id = uuidv7();
    const { message } = report(id, {});
    const call = { ...message.call, metadata: { sandbox: true } };
    await record.record(ctx, factsOf([{ message: { ...message, call } }]));
    expect(usesOf(id)).toMatchObject([{ sandbox: true }]);
  });
});

async function idOf(ctx: RequestContext, callKey: string): Promise<unknown> {
  const [row] = await record.unitOfWork.run(ctx, (tx) =>
    sql(tx, 'SELECT id FROM calls WHERE vapi_call_id = $1', [callKey]),
  );
  return row?.id;
}

async function insertAssistant(ctx: RequestContext, keys: { vapiAssistantId: string; vapiPhoneNumberId: string }) {
  const [id, clientId] = [uuidv7(), uuidv7()];
  await record.unitOfWork.run(ctx, async (tx) => {
    await sql(tx, 'INSERT INTO clients (id, workspace_id, name) VALUES ($1, $2, $3)', [
      clientId,
      ctx.workspaceId,
      'Le Gourmet',
    ]);
    await sql(
      tx,
      `INSERT INTO voice_assistants (id, workspace_id, client_id, name, language, time_zone, model_provider, model,
        voice_provider, voice_id, transcriber_provider, personality, context, first_message, vapi_assistant_id, vapi_phone_number_id)
      VALUES ($1, $2, $3, 'Front desk', 'fr-FR', 'Europe/Paris', 'openai', 'gpt-4', '11labs', 'v', 'deepgram', 'WARM', '', '', $4, $5)`,
      [id, ctx.workspaceId, clientId, keys.vapiAssistantId, keys.vapiPhoneNumberId],
    );
  });
  return { id, clientId, ...keys };
}
