import { createHmac } from 'node:crypto';
import { uuidv7 } from '../../../kernel/context/index.js';
import { callOf, secret, toolCalls, VapiIntake, type Rows } from './testing/vapi-intake.js';

let intake: VapiIntake;

beforeAll(async () => {
  intake = await VapiIntake.start();
});
afterAll(() => intake.close());

describe('assistant-request', () => {
  const ask = (phoneNumberId: string) =>
    intake.post({
      message: {
        type: 'assistant-request',
        timestamp: Date.now(),
        call: { id: uuidv7(), type: 'inboundPhoneCall', phoneNumberId },
        phoneNumber: { id: phoneNumberId },
      },
    });

  it('is answered with the assistant that owns the number', async () => {
    const line = await intake.openLine();
    expect(await ask(line.phoneNumberId)).toEqual({ status: 200, body: { assistantId: line.vapiAssistantId } });
  });

  it('is declined, in words, for a number that nobody owns and for an assistant that is off', async () => {
    expect((await ask(uuidv7())).body).toEqual({
      error: expect.stringMatching(/pas encore en service.*not in service/) as string,
    });
    const off = await intake.openLine({ active: false, language: 'en-GB' });
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
    expect((await intake.post(body, headers as Record<string, string>)).status).toBe(status);
  });

  it.each([[[]], ['text'], [{}], [{ message: {} }], [{ message: { type: 7 } }]])('refuses the body %j', async (odd) => {
    expect((await intake.post(odd)).status).toBe(400);
  });

  it('acknowledges what it does not know', async () => {
    expect(await intake.post({ message: { type: 'a-type-of-tomorrow', call: { id: uuidv7() } } })).toEqual({
      status: 200,
      body: {},
    });
  });

  it('shows owners the event without prompts and keys, and the call it is about', async () => {
    const line = await intake.openLine();
    const id = uuidv7();
    await intake.post(
      toolCalls(callOf(line, id), [['c', 'leave_message', { text: 'x' }]], {
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
