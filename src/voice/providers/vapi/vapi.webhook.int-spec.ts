import { createHmac } from 'node:crypto';
import { Module } from '@nestjs/common';
import { z } from 'zod';
import { startAccountsApp, type AccountsApp } from '../../../../test/support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { signUp, type Person } from '../../../../test/support/people.js';
import { ContactsApiModule } from '../../../contacts/index.js';
import { systemContext, uuidv7, type RequestContext } from '../../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../../kernel/database/index.js';
import { EventsModule } from '../../../kernel/events/index.js';
import { splitGlobalId } from '../../../kernel/graphql/index.js';
import { HttpModule } from '../../../kernel/http/index.js';
import { WebhooksApiModule } from '../../../webhooks/index.js';
import { CallRecorder } from '../../calls/record/call-recorder.js';
import { VoiceTool, type ToolInvocation, type VoiceToolContract } from '../../tools/voice-tool.js';
import { VoiceApiModule } from '../../voice.api.module.js';

const label = { en: 'Test', fr: 'Essai' };
const description = 'A tool of tests.';
const input = z.object({ note: z.string() });
type Note = z.output<typeof input>;

/** What the tools of these tests did outside the database. */
const runs: string[] = [];

async function leaveTrace(ctx: RequestContext, recorder: CallRecorder, { note }: Note, invocation: ToolInvocation) {
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
    await leaveTrace(ctx, this.recorder, note, invocation);
    return `noted\n${note.note}\r\n(${ctx.locale})`;
  }
}

@VoiceTool({ name: 'break', label, description, input })
class BreakingTool implements VoiceToolContract<Note> {
  constructor(private readonly recorder: CallRecorder) {}

  async run(ctx: RequestContext, note: Note, invocation: ToolInvocation): Promise<string> {
    await leaveTrace(ctx, this.recorder, note, invocation);
    throw new Error('A secret of the inside.');
  }
}

@VoiceTool({ name: 'dawdle', label, description, input })
class DawdlingTool implements VoiceToolContract<Note> {
  constructor(private readonly recorder: CallRecorder) {}

  async run(ctx: RequestContext, note: Note, invocation: ToolInvocation): Promise<string> {
    await leaveTrace(ctx, this.recorder, note, invocation);
    await new Promise((resolve) => invocation.signal.addEventListener('abort', resolve));
    return 'too late';
  }
}

@Module({ imports: [VoiceApiModule], providers: [NoteTool, BreakingTool, DawdlingTool] })
class TestToolsModule {}

const secret = 'the secret of the deployment';
const path = '/api/v1/webhooks/vapi';

let database: TestDatabase;
let app: AccountsApp;
let unitOfWork: UnitOfWork;

beforeAll(async () => {
  database = await createTestDatabase();
  const env = { VAPI_WEBHOOK_SECRET: secret, VOICE_TOOL_DEADLINE_MS: '700' };
  const modules = [EventsModule, HttpModule, WebhooksApiModule, ContactsApiModule, VoiceApiModule, TestToolsModule];
  app = await startAccountsApp(database.url, env, modules);
  unitOfWork = app.app.get(UnitOfWork);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

interface Line {
  person: Person;
  ctx: RequestContext;
  vapiAssistantId: string;
  phoneNumberId: string;
}

/** Someone's assistant, as if it were provisioned at Vapi. */
async function openLine(
  options: { language?: string; transferNumber?: string | null; active?: boolean } = {},
): Promise<Line> {
  const person = await signUp(app.client);
  const { createVoiceAssistant: made } = await person.client.ask<{ createVoiceAssistant: { id: string } }>(
    'mutation ($input: CreateVoiceAssistantInput!) { createVoiceAssistant(input: $input) { id } }',
    { input: { context: 'Restaurant', ...options } },
  );
  const ctx = systemContext({ actor: 'test', workspaceId: splitGlobalId(person.workspaceId)?.id });
  const [vapiAssistantId, phoneNumberId] = [uuidv7(), uuidv7()];
  await unitOfWork.run(ctx, (tx) =>
    sql(tx, 'UPDATE voice_assistants SET vapi_assistant_id = $2, vapi_phone_number_id = $3 WHERE id = $1', [
      splitGlobalId(made.id)?.id,
      vapiAssistantId,
      phoneNumberId,
    ]),
  );
  return { person, ctx, vapiAssistantId, phoneNumberId };
}

async function post(body: unknown, headers: Record<string, string> = { 'x-vapi-secret': secret }) {
  const reply = await app.client.with(headers).request('POST', path, body);
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> & { results?: Rows[] } };
}
type Rows = Record<string, unknown>;

const callOf = ({ vapiAssistantId }: Line, id: string) => ({
  id,
  type: 'inboundPhoneCall',
  assistantId: vapiAssistantId,
  customer: { number: '+33612345678' },
});

function toolCalls(
  line: Line,
  id: string,
  asked: readonly [id: string, name: string, args: unknown][],
  more: object = {},
) {
  const toolCallList = asked.map(([callId, name, args]) => ({
    id: callId,
    type: 'function',
    function: { name, arguments: args },
  }));
  return { message: { type: 'tool-calls', timestamp: Date.now(), toolCallList, call: callOf(line, id), ...more } };
}

const messagesOf = (line: Line) =>
  unitOfWork.run(line.ctx, (tx) => sql<{ text: string }>(tx, 'SELECT text FROM call_messages ORDER BY at'));

describe('a tool call', () => {
  it('is answered in order, with its ids as they came, in one line, in the language of the assistant', async () => {
    const line = await openLine({ language: 'fr-FR' });
    const { status, body } = await post(
      toolCalls(line, uuidv7(), [
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
    const line = await openLine();
    const { status, body } = await post(toolCalls(line, uuidv7(), [['c', name, args]]));
    expect(status).toBe(200);
    expect(body.results).toEqual([{ toolCallId: 'c', name, error: expect.stringMatching(apology) as string }]);
  });

  it('is apologised for in English by assistants of other languages', async () => {
    const line = await openLine({ language: 'de-DE' });
    const { body } = await post(toolCalls(line, uuidv7(), [['c', 'unknown', {}]]));
    expect(body.results?.[0]?.error).toMatch(/^I am sorry/);
  });

  it('happens once, however often and however differently it is asked for', async () => {
    const line = await openLine();
    const id = uuidv7();
    const note = uuidv7();
    const bodies = [0, 1, 2, 3, 4].map((round) =>
      toolCalls(line, id, [['c', 'note', { note }]], round > 2 ? { round } : {}),
    );

    const answers = await Promise.all(bodies.map((body) => post(body)));

    for (const answer of answers)
      expect(answer).toEqual({
        status: 200,
        body: { results: [{ toolCallId: 'c', name: 'note', result: `noted ${note} (fr)` }] },
      });
    expect(runs.filter((run) => run === note)).toHaveLength(1);
    expect(await messagesOf(line)).toEqual([{ text: note }]);
  });

  it('leaves nothing behind when it fails, and stays failed', async () => {
    const line = await openLine();
    const body = toolCalls(line, uuidv7(), [['c', 'break', { note: 'gone' }]]);
    expect(await post(body)).toEqual(await post(body));
    expect(await messagesOf(line)).toEqual([]);
    expect(JSON.stringify(await post(body))).not.toContain('inside');
  });

  it('that takes too long is given up in time, and leaves nothing behind', async () => {
    const line = await openLine();
    const body = toolCalls(line, uuidv7(), [['c', 'dawdle', { note: 'gone' }]]);
    const [first, second] = await Promise.all([post(body), post(body)]);
    expect(first.body.results?.[0]?.error).toMatch(/trop de temps/);
    expect(second.body.results?.[0]?.error).toMatch(/trop de temps/);
    expect(await messagesOf(line)).toEqual([]);
  });

  it('is taken over from a process that died with it', async () => {
    const line = await openLine();
    const id = uuidv7();
    await unitOfWork.run(line.ctx, (tx) =>
      sql(
        tx,
        `INSERT INTO tool_invocations (id, workspace_id, call_key, tool_call_id, name, arguments, lease_until)
        VALUES ($1, $2, $3, 'c', 'note', '{}', now() - interval '1 second')`,
        [uuidv7(), line.ctx.workspaceId, id],
      ),
    );
    const { body } = await post(toolCalls(line, id, [['c', 'note', { note: 'again' }]]));
    expect(body.results?.[0]?.result).toBe('noted again (fr)');
    expect(await messagesOf(line)).toEqual([{ text: 'again' }]);
  });

  it('is kept for the owner to see, and named in the log', async () => {
    const line = await openLine();
    const id = uuidv7();
    await post(toolCalls(line, id, [['c', 'note', { note: 'seen' }]]));
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
    expect(app.lines).toContainEqual(
      expect.objectContaining({ event: 'vapi.webhook.function_call', tool: 'note', outcome: 'answered', callId: id }),
    );
  });

  it('of the older form is answered in the older form', async () => {
    const line = await openLine();
    const functionCall = { name: 'note', parameters: JSON.stringify({ note: 'old' }) };
    const body = {
      message: { type: 'function-call', timestamp: Date.now(), functionCall, call: callOf(line, uuidv7()) },
    };
    expect([await post(body), await post(body)]).toEqual(
      Array(2).fill({ status: 200, body: { result: 'noted old (fr)' } }),
    );
    expect(await messagesOf(line)).toHaveLength(1);
  });
});

describe('leave_message', () => {
  it('puts the message on the call, with the number to call back', async () => {
    const line = await openLine();
    const id = uuidv7();
    const { body } = await post(
      toolCalls(line, id, [
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
    const line = await openLine({ transferNumber: '+33699999999' });
    const { body } = await post(toolCalls(line, uuidv7(), [['a', 'transfer_to_human', { reason: 'Réclamation' }]]));
    expect(body.results?.[0]?.result).toMatch(/ne quittez pas/);
    const { calls } = await line.person.client.ask<{ calls: Rows }>(
      '{ calls { nodes { transfers { to status summary } } } }',
    );
    expect(calls).toEqual({
      nodes: [{ transfers: [{ to: '+33699999999', status: 'requested', summary: 'Réclamation' }] }],
    });
  });

  it('offers to take a message where there is nobody', async () => {
    const line = await openLine();
    const { body } = await post(toolCalls(line, uuidv7(), [['a', 'transfer_to_human', {}]]));
    expect(body.results?.[0]?.result).toMatch(/laisser un message/);
  });

  it('has its destination asked for by Vapi', async () => {
    const ask = (line: Line) =>
      post({ message: { type: 'transfer-destination-request', timestamp: Date.now(), call: callOf(line, uuidv7()) } });
    const [withNumber, without] = [await openLine({ transferNumber: '+33699999999' }), await openLine()];
    expect((await ask(withNumber)).body).toMatchObject({ destination: { type: 'number', number: '+33699999999' } });
    expect((await ask(without)).body).toEqual({ error: 'Personne ne peut prendre l’appel pour le moment.' });
  });
});

describe('assistant-request', () => {
  const ask = (phoneNumberId: string) =>
    post({
      message: {
        type: 'assistant-request',
        timestamp: Date.now(),
        call: { id: uuidv7(), type: 'inboundPhoneCall', phoneNumberId },
        phoneNumber: { id: phoneNumberId },
      },
    });

  it('is answered with the assistant that owns the number', async () => {
    const line = await openLine();
    expect(await ask(line.phoneNumberId)).toEqual({ status: 200, body: { assistantId: line.vapiAssistantId } });
  });

  it('is declined, in words, for a number that nobody owns and for an assistant that is off', async () => {
    expect((await ask(uuidv7())).body).toEqual({
      error: expect.stringMatching(/pas encore en service.*not in service/) as string,
    });
    const off = await openLine({ active: false, language: 'en-GB' });
    expect((await ask(off.phoneNumberId)).body).toEqual({
      error: 'We cannot take your call right now. Please call again later.',
    });
  });
});

describe('the door of the deployment', () => {
  const body = { message: { type: 'hang', call: { id: 'x' } } };
  const text = JSON.stringify(body);
  const timestamp = String(Date.now());
  const signature = createHmac('sha256', secret).update(`${timestamp}.${text}`).digest('hex');

  it.each([
    ['the secret', { 'x-vapi-secret': encodeURI('') }, 401],
    ['a bearer token of another', { authorization: 'Bearer x' }, 401],
    ['a signature', { 'x-signature': signature, 'x-timestamp': timestamp }, 200],
    ['a signature of another time', { 'x-signature': signature, 'x-timestamp': String(Date.now() - 1e6) }, 401],
    ['nothing', {}, 401],
  ])('takes or refuses %s', async (_, headers, status) => {
    expect((await post(body, headers as Record<string, string>)).status).toBe(status);
  });

  it.each([[[]], ['text'], [{}], [{ message: {} }], [{ message: { type: 7 } }]])('refuses the body %j', async (odd) => {
    expect((await post(odd)).status).toBe(400);
  });

  it('acknowledges what it does not know', async () => {
    expect(await post({ message: { type: 'a-type-of-tomorrow', call: { id: uuidv7() } } })).toEqual({
      status: 200,
      body: {},
    });
  });

  it('shows owners the event without prompts and keys, and the call it is about', async () => {
    const line = await openLine();
    const id = uuidv7();
    await post(
      toolCalls(line, id, [['c', 'note', { note: 'x' }]], {
        assistant: { model: { messages: [{ role: 'system', content: 'canary-1' }] }, server: { secret: 'canary-2' } },
      }),
    );
    const { webhookEvents } = await line.person.client.ask<{ webhookEvents: { nodes: Rows[] } }>(
      '{ webhookEvents { nodes { type externalId payload call { vapiCallId } } } }',
    );
    expect(webhookEvents.nodes).toEqual([
      {
        type: 'tool-calls',
        externalId: `${id}:tool-calls:c`,
        payload: expect.objectContaining({}) as unknown,
        call: { vapiCallId: id },
      },
    ]);
    expect(JSON.stringify(webhookEvents)).not.toContain('canary');
  });
});
