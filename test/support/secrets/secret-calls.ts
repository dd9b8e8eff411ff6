import { randomUUID } from 'node:crypto';
import { send, sendText } from '../answers.js';
import type { Endpoint } from '../played-call.js';
import type { SecretWorld } from './secret-world.js';

type Secrets = SecretWorld['secrets'];

/** Webhook bodies as platforms send them, with secrets where platforms put them. */
export class SecretCall {
  constructor(
    private readonly secrets: Secrets,
    private readonly id: string = randomUUID(),
  ) {}

  event(type: string, members: object = {}): object {
    const { secrets } = this;
    const call = {
      id: this.id,
      type: 'inboundPhoneCall',
      assistant: this.assistant(),
      monitor: { controlUrl: `https://x.example/${secrets.control}`, listenUrl: `wss://x.example/${secrets.control}` },
      phoneCallProviderDetails: { sip: { password: secrets.sip } },
    };
    const phoneNumber = {
      provider: 'twilio',
      number: '+33123456789',
      twilioAccountSid: 'AC0',
      twilioAuthToken: secrets.twilio,
    };
    const customer = { number: '+33612345678' };
    return {
      message: { type, timestamp: Date.now(), call, assistant: this.assistant(), phoneNumber, customer, ...members },
    };
  }

  conversation(): object {
    const { prompt } = this.secrets;
    const messagesOpenAIFormatted = [{ role: 'system', content: prompt }];
    return this.event('conversation-update', { messages: this.said(), messagesOpenAIFormatted });
  }

  report(): object {
    const { prompt, sip } = this.secrets;
    return this.event('end-of-call-report', {
      endedReason: 'customer-ended-call',
      startedAt: new Date(Date.now() - 60_000).toISOString(),
      endedAt: new Date().toISOString(),
      artifact: {
        messages: this.said(),
        messagesOpenAIFormatted: [{ role: 'system', content: prompt }],
        transcript: 'AI: Bonjour\nUser: Bonsoir\n',
        recordingUrl: 'https://x.example/recording.wav',
        pcapUrl: `https://x.example/${sip}`,
      },
      costBreakdown: { total: 0.1 },
      analysis: { summary: 'Bonjour.' },
    });
  }

  toolCall(name: string, args: unknown): object {
    const toolCallList = [{ id: randomUUID(), type: 'function', function: { name, arguments: args } }];
    return this.event('tool-calls', { toolCallList });
  }

  private assistant(): object {
    const { prompt, provider } = this.secrets;
    return {
      model: {
        provider: 'openai',
        messages: [{ role: 'system', content: prompt }],
        systemPrompt: prompt,
        apiKey: provider,
      },
      credentials: [{ provider: 'openai', apiKey: provider }],
      server: { url: 'https://example.fr', secret: provider, headers: { authorization: provider } },
      messagePlan: { idleMessages: [] },
    };
  }

  private said(): object[] {
    return [
      { role: 'system', message: this.secrets.prompt, time: Date.now(), secondsFromStart: 0 },
      { role: 'bot', message: 'Bonjour', time: Date.now(), secondsFromStart: 1 },
      { role: 'user', message: 'Bonsoir', time: Date.now(), secondsFromStart: 2 },
    ];
  }
}

/** A whole call, told with the right proof and with wrong ones, and what should not have been sent. */
export async function tellOfCall(world: SecretWorld, { path, secret }: Endpoint): Promise<void> {
  const { anyone, secrets } = world;
  const call = new SecretCall(secrets);
  const right = anyone.with({ 'x-vapi-secret': secret });
  for (const body of [
    call.event('status-update', { status: 'in-progress' }),
    call.conversation(),
    call.toolCall('no_such_tool', {}),
    call.toolCall('leave_message', '{"text": 7'),
    call.event('something.new'),
    call.report(),
  ]) {
    await world.knock(right, [`POST ${path}`, body]);
    await world.knock(anyone.with({ 'x-vapi-secret': secrets.wrongSecret }), [`POST ${path}`, body]);
    await world.knock(anyone.bearer(secrets.wrongSecret), ['POST /api/v1/webhooks/vapi', body]);
    await world.knock(anyone.with({ 'x-signature': secrets.wrongSecret }), [`POST ${path}`, body]);
  }
  const toDeployment = anyone.with({ 'x-vapi-secret': secrets.vapi });
  await world.knock(toDeployment, ['POST /api/v1/webhooks/vapi', new SecretCall(secrets).event('hang')]);
  for (const body of [
    JSON.stringify(call.report()).slice(0, -40),
    `"${secrets.prompt}"`,
    `{"message":"${secrets.prompt}"}`,
  ]) {
    world.look('unreadable webhook', await sendText(right, `POST ${path}`, body));
  }
}

/** A call that Vapi never reports on, so that it is asked about, with the key that it refuses. */
export async function loseReport(world: SecretWorld, { path, secret }: Endpoint): Promise<string> {
  const id = randomUUID();
  const body = new SecretCall(world.secrets, id).event('status-update', { status: 'in-progress' });
  await send(world.anyone.with({ 'x-vapi-secret': secret }), [`POST ${path}`, body]);
  return id;
}
