import { Module } from '@nestjs/common';
import { z } from 'zod';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';
import { CallRecorder } from '../calls/record/call-recorder.js';
import { callOf, toolCalls, VapiIntake, type Line, type Rows } from '../providers/vapi/testing/vapi-intake.js';
import { VapiWebhook } from '../providers/vapi/vapi.webhook.js';
import type { StoredEvent } from '../../webhooks/index.js';
import { VoiceApiModule } from '../voice.api.module.js';
import { VoiceTool, type ToolInvocation, type VoiceToolContract } from './voice-tool.js';

const label = { en: 'Test', fr: 'Essai' };
const description = 'A tool of tests.';
const input = z.object({ note: z.string() });
type Note = z.output<typeof input>;

/** What the tools of these tests did outside the database. */
const runs: string[] = [];

interface Trace {
  recorder: CallRecorder;
  note: string;
  invocation: ToolInvocation;
}

async function leaveTrace(ctx: RequestContext, { recorder, note, invocation }: Trace) {
  runs.push(note);
  const callId = (await recorder.record(ctx, [invocation.facts])).get(invocation.callKey);
  await sql(ctx, 'INSERT INTO call_messages (id, workspace_id, call_id, text) VALUES ($1, $2, $3, $4)', [
    uuidv7(),
    ctx.workspaceId,
    callId,
    note,
  ]);
}

@VoiceTool({ name: 'note', label, description, input })
class NoteTool implements VoiceToolContract<Note> {
  constructor(private readonly recorder: CallRecorder) {}

  async run(ctx: RequestContext, note: Note, invocation: ToolInvocation): Promise<string> {
    await leaveTrace(ctx, { recorder: this.recorder, note: note.note, invocation });
    return `noted\n${note.note}\r\n(${ctx.locale})`;
  }
}

@VoiceTool({ name: 'break', label, description, input })
class BreakingTool implements VoiceToolContract<Note> {
  constructor(private readonly recorder: CallRecorder) {}

  async run(ctx: RequestContext, note: Note, invocation: ToolInvocation): Promise<string> {
    await leaveTrace(ctx, { recorder: this.recorder, note: note.note, invocation });
    throw new Error('A secret of the inside.');
  }
}

@VoiceTool({ name: 'dawdle', label, description, input })
class DawdlingTool implements VoiceToolContract<Note> {
  constructor(private readonly recorder: CallRecorder) {}

  async run(ctx: RequestContext, note: Note, invocation: ToolInvocation): Promise<string> {
    await leaveTrace(ctx, { recorder: this.recorder, note: note.note, invocation });
    await new Promise((resolve) => invocation.signal.addEventListener('abort', resolve));
    return 'too late';
  }
}

/** Loses its database connection the first time. */
@VoiceTool({ name: 'interrupted', label, description, input })
class InterruptedTool implements VoiceToolContract<Note> {
  constructor(private readonly recorder: CallRecorder) {}

  async run(ctx: RequestContext, note: Note, invocation: ToolInvocation): Promise<string> {
    await leaveTrace(ctx, { recorder: this.recorder, note: note.note, invocation });
    if (runs.filter((run) => run === note.note).length === 1) {
      await sql(ctx, 'RESET ROLE');
      await sql(ctx, 'SELECT pg_terminate_backend(pg_backend_pid())');
    }
    return 'noted';
  }
}

@Module({ imports: [VoiceApiModule], providers: [NoteTool, BreakingTool, DawdlingTool, InterruptedTool] })
class TestToolsModule {}

let intake: VapiIntake;

beforeAll(async () => {
  intake = await VapiIntake.start({ VOICE_TOOL_DEADLINE_MS: '2500' }, [TestToolsModule]);
});
afterAll(() => intake.close());

const messagesOf = (line: Line) =>
  intake.unitOfWork.run(line.ctx, (tx) => sql<{ text: string }>(tx, 'SELECT text FROM call_messages ORDER BY at'));

describe('a tool call', () => {
  it('is answered in order, with its ids as they came, in one line, in the language of the assistant', async () => {
    const line = await intake.openLine({ language: 'fr-FR' });
    const { status, body } = await intake.post(
      toolCalls(callOf(line, uuidv7()), [
        ['call_ü 1', 'note', { note: 'un' }],
        ['2', 'note', JSON.stringify({ note: 'deux' })],
      ]),
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      results: [
        { toolCallId: 'call_ü 1', name: 'note', result: 'noted un (fr)' },
        { toolCallId: '2', name: 'note', result: 'noted deux (fr)' },
      ],
    });
  });

  it.each([
    ['unknown', { note: 'x' }, /par téléphone/],
    ['note', { remark: 'x' }, /précisions/],
    ['note', 'not json', /précisions/],
    ['break', { note: 'x' }, /n’a pas fonctionné/],
  ])('of %s with %j gets an apology', async (name, args, apology) => {
    const line = await intake.openLine();
    const { status, body } = await intake.post(toolCalls(callOf(line, uuidv7()), [['c', name, args]]));
    expect(status).toBe(200);
    expect(body.results).toEqual([{ toolCallId: 'c', name, error: expect.stringMatching(apology) as string }]);
  });

  it('is apologised for in English by assistants of other languages', async () => {
    const line = await intake.openLine({ language: 'de-DE' });
    const { body } = await intake.post(toolCalls(callOf(line, uuidv7()), [['c', 'unknown', {}]]));
    expect(body.results?.[0]?.error).toMatch(/^I am sorry/);
  });

  it.each([
    ['fr', /^Toutes mes excuses/],
    ['en', /^I am sorry/],
  ])(
    'of an assistant that nobody knows is apologised for in the language of the workspace: %s',
    async (locale, apology) => {
      const { person } = await intake.openLine({ language: 'de-DE' });
      await person.client.ask('mutation ($locale: String) { updateWorkspace(input: { locale: $locale }) { id } }', {
        locale,
      });
      const { createWebhookEndpoint: made } = await person.client.ask<{
        createWebhookEndpoint: { secret: string; endpoint: { url: string } };
      }>('mutation { createWebhookEndpoint(source: "vapi") { secret endpoint { url } } }');
      const platform = intake.app.client.with({ 'x-vapi-secret': made.secret });
      const call = {
        id: uuidv7(),
        type: 'inboundPhoneCall',
        assistantId: uuidv7(),
        customer: { number: '+33612345678' },
      };
      const reply = await platform.request(
        'POST',
        new URL(made.endpoint.url).pathname,
        toolCalls(call, [['c', 'x', {}]]),
      );
      expect(await reply.json()).toMatchObject({ results: [{ error: expect.stringMatching(apology) as string }] });
    },
  );

  it('happens once, however often and however differently it is asked for', async () => {
    const line = await intake.openLine();
    const id = uuidv7();
    const note = uuidv7();
    const bodies = [0, 1, 2, 3, 4].map((round) =>
      toolCalls(callOf(line, id), [['c', 'note', { note }]], round > 2 ? { round } : {}),
    );

    const answers = await Promise.all(bodies.map((body) => intake.post(body)));

    for (const answer of answers)
      expect(answer).toEqual({
        status: 200,
        body: { results: [{ toolCallId: 'c', name: 'note', result: `noted ${note} (fr)` }] },
      });
    expect(runs.filter((run) => run === note)).toHaveLength(1);
    expect(await messagesOf(line)).toEqual([{ text: note }]);
  });

  it('leaves nothing behind when it fails, and stays failed', async () => {
    const line = await intake.openLine();
    const body = toolCalls(callOf(line, uuidv7()), [['c', 'break', { note: 'gone' }]]);
    expect(await intake.post(body)).toEqual(await intake.post(body));
    expect(await messagesOf(line)).toEqual([]);
    expect(JSON.stringify(await intake.post(body))).not.toContain('inside');
  });

  it('that takes too long is given up in time, and leaves nothing behind', async () => {
    const line = await intake.openLine();
    const body = toolCalls(callOf(line, uuidv7()), [['c', 'dawdle', { note: 'gone' }]]);
    const [first, second] = await Promise.all([intake.post(body), intake.post(body)]);
    expect(first.body.results?.[0]?.error).toMatch(/trop de temps/);
    expect(second.body.results?.[0]?.error).toMatch(/trop de temps/);
    expect(await messagesOf(line)).toEqual([]);
  });

  it('goes on when the database comes back', async () => {
    const line = await intake.openLine();
    const note = uuidv7();
    const { body } = await intake.post(toolCalls(callOf(line, uuidv7()), [['c', 'interrupted', { note }]]));
    expect(body.results).toEqual([{ toolCallId: 'c', name: 'interrupted', result: 'noted' }]);
    expect(runs.filter((run) => run === note)).toHaveLength(2);
    expect(await messagesOf(line)).toEqual([{ text: note }]);
  });

  it('is taken over from a process that died with it', async () => {
    const line = await intake.openLine();
    const id = uuidv7();
    await intake.unitOfWork.run(line.ctx, (tx) =>
      sql(
        tx,
        `INSERT INTO tool_invocations (id, workspace_id, call_key, tool_call_id, name, arguments, lease_until)
        VALUES ($1, $2, $3, 'c', 'note', '{}', now() - interval '1 second')`,
        [uuidv7(), line.ctx.workspaceId, id],
      ),
    );
    const { body } = await intake.post(toolCalls(callOf(line, id), [['c', 'note', { note: 'again' }]]));
    expect(body.results?.[0]?.result).toBe('noted again (fr)');
    expect(await messagesOf(line)).toEqual([{ text: 'again' }]);
  });

  it('is kept for the owner to see, and named in the log', async () => {
    const line = await intake.openLine();
    const id = uuidv7();
    await intake.post(toolCalls(callOf(line, id), [['c', 'note', { note: 'seen' }]]));
    const { calls } = await line.person.client.ask<{ calls: { nodes: Rows[] } }>(
      '{ calls { nodes { vapiCallId toolInvocations { id toolCallId name arguments result error durationMs } } } }',
    );
    expect(calls.nodes).toEqual([
      {
        vapiCallId: id,
        toolInvocations: [
          expect.objectContaining({
            toolCallId: 'c',
            name: 'note',
            arguments: { note: 'seen' },
            result: 'noted seen (fr)',
            error: null,
          }),
        ],
      },
    ]);
    expect(intake.app.lines).toContainEqual(
      expect.objectContaining({ event: 'vapi.webhook.function_call', tool: 'note', outcome: 'answered', callId: id }),
    );
  });

  it('of the older form is answered in the older form', async () => {
    const line = await intake.openLine();
    const functionCall = { name: 'note', parameters: JSON.stringify({ note: 'old' }) };
    const body = {
      message: { type: 'function-call', timestamp: Date.now(), functionCall, call: callOf(line, uuidv7()) },
    };
    expect([await intake.post(body), await intake.post(body)]).toEqual(
      Array(2).fill({ status: 200, body: { result: 'noted old (fr)' } }),
    );
    expect(await messagesOf(line)).toHaveLength(1);
  });
});

describe('leave_message', () => {
  it('puts the message on the call, with the number to call back', async () => {
    const line = await intake.openLine();
    const id = uuidv7();
    const { body } = await intake.post(
      toolCalls(callOf(line, id), [
        ['a', 'leave_message', { text: 'Table pour quatre.', name: 'Dupont' }],
        ['b', 'leave_message', { text: 'Rappelez le bureau.', callback: '01 23 45 67 89' }],
        ['c', 'leave_message', { text: 'Poste 12.', callback: 'poste 12' }],
      ]),
    );
    expect(body.results?.map(({ result }) => result)).toEqual(
      Array(3).fill('Merci, votre message est noté et sera transmis.'),
    );
    const { calls } = await line.person.client.ask<{ calls: { nodes: { messages: Rows[] }[] } }>(
      '{ calls { nodes { messages { name callback text handledAt } } } }',
    );
    expect(calls.nodes[0]?.messages.sort((a, b) => (String(a.text) < String(b.text) ? -1 : 1))).toEqual([
      { name: null, callback: null, text: 'Poste 12. (poste 12)', handledAt: null },
      { name: null, callback: '+33123456789', text: 'Rappelez le bureau.', handledAt: null },
      { name: 'Dupont', callback: '+33612345678', text: 'Table pour quatre.', handledAt: null },
    ]);
  });
});

describe('transfer_to_human', () => {
  it('announces the transfer and records it', async () => {
    const line = await intake.openLine({ transferNumber: '+33699999999' });
    const { body } = await intake.post(
      toolCalls(callOf(line, uuidv7()), [['a', 'transfer_to_human', { reason: 'Réclamation' }]]),
    );
    expect(body.results?.[0]?.result).toMatch(/ne quittez pas/);
    const { calls } = await line.person.client.ask<{ calls: Rows }>(
      '{ calls { nodes { transfers { to status summary } } } }',
    );
    expect(calls).toEqual({
      nodes: [{ transfers: [{ to: '+33699999999', status: 'requested', summary: 'Réclamation' }] }],
    });
  });

  it('offers to take a message where there is nobody', async () => {
    const line = await intake.openLine();
    const { body } = await intake.post(toolCalls(callOf(line, uuidv7()), [['a', 'transfer_to_human', {}]]));
    expect(body.results?.[0]?.result).toMatch(/laisser un message/);
  });

  it('has its destination asked for by Vapi', async () => {
    const nobody = 'Personne ne peut prendre l’appel pour le moment. Souhaitez-vous laisser un message ?';
    const ask = (line: Line) =>
      intake.post({
        message: { type: 'transfer-destination-request', timestamp: Date.now(), call: callOf(line, uuidv7()) },
      });
    const [withNumber, without] = [await intake.openLine({ transferNumber: '+33699999999' }), await intake.openLine()];
    expect((await ask(withNumber)).body).toMatchObject({
      destination: {
        type: 'number',
        number: '+33699999999',
        transferPlan: { fallbackPlan: { message: nobody, endCallEnabled: false } },
      },
    });
    expect((await ask(without)).body).toEqual({ error: nobody });
  });

  it('is on record once Vapi has asked for its destination', async () => {
    const line = await intake.openLine({ transferNumber: '+33699999999' });
    const type = 'transfer-destination-request';
    const body = { message: { type, timestamp: Date.now(), call: callOf(line, uuidv7()) } };
    const webhook = intake.app.app.get(VapiWebhook, { strict: false });
    const event = { type, body, receivedAt: new Date() } as StoredEvent;
    await intake.unitOfWork.run(line.ctx, (tx) => webhook.apply(tx, [event]));
    const query = '{ calls { nodes { transfers { to status } } } }';
    expect(await line.person.client.ask(query)).toEqual({
      calls: { nodes: [{ transfers: [{ to: '+33699999999', status: 'requested' }] }] },
    });
  });
});
