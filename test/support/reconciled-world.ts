import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { startAccountsApp, type AccountsApp } from './accounts-app.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { signUp, type Person } from './people.js';
import { ContactsApiModule } from '../../src/contacts/index.js';
import { IntegrationsApiModule } from '../../src/integrations/index.js';
import { systemContext, uuidv7, type RequestContext } from '../../src/kernel/context/index.js';
import { sql, UnitOfWork } from '../../src/kernel/database/index.js';
import { EventsModule } from '../../src/kernel/events/index.js';
import { splitGlobalId } from '../../src/kernel/graphql/index.js';
import { HttpModule } from '../../src/kernel/http/index.js';
import { TwilioStandIn, VapiStandIn } from '../../src/sandbox/index.js';
import { WebhooksApiModule } from '../../src/webhooks/index.js';
import { CallRecorder } from '../../src/voice/calls/record/call-recorder.js';
import { AnsweringModule } from '../../src/voice/providers/twilio/answering/answering.module.js';
import { readVapiEvent } from '../../src/voice/providers/vapi/reading/read-vapi-event.js';
import { endedCall, reportOf } from '../../src/voice/providers/vapi/reconcile/testing/vapi-call-answer.js';
import type { VapiBody } from '../../src/voice/providers/vapi/testing/call-script.js';
import { callScripts } from '../../src/voice/providers/vapi/testing/call-scripts.js';
import { VoiceApiModule } from '../../src/voice/voice.api.module.js';
import { AccountReconciler } from '../../src/voice/reconciliation/account-reconciler.js';
import { ReconciliationWorkerModule } from '../../src/voice/reconciliation/reconciliation.worker.module.js';

type Row = Record<string, unknown>;

/** Someone with an assistant, at Vapi or behind a number of ours. */
export interface Owner {
  person: Person;
  ctx: RequestContext;
  assistantId: string;
  vapiAssistantId: string;
  number: string;
}

export const vapiKey = 'vapi-canary-key-0123456789';
const accountSid = `AC${'a1'.repeat(16)}`;
const authToken = 'canary-token-of-the-deployment';

/** When the scripted calls begin. */
const began = Date.UTC(2026, 8, 1, 10);

export function seconds(count: number): Date {
  return new Date(began + count * 1_000);
}

/** A server between a Vapi and a Twilio that are played, whose clock is that of the scripted calls. */
export class ReconciledWorld {
  readonly deployment = systemContext({ actor: 'test' });
  #numbers = 0;

  private constructor(
    readonly app: AccountsApp,
    readonly vapi: VapiStandIn,
    readonly twilio: TwilioStandIn,
    private readonly database: TestDatabase,
  ) {}

  static async open(): Promise<ReconciledWorld> {
    const [database, vapi, twilio] = await Promise.all([
      createTestDatabase(),
      VapiStandIn.open({ apiKey: vapiKey }),
      TwilioStandIn.open({ accountSid, authToken }),
    ]);
    const settings = {
      PUBLIC_URL: 'https://agents.example.com',
      VAPI_API_KEY: vapiKey,
      VAPI_BASE_URL: vapi.url,
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_BASE_URL: twilio.url,
      INTEGRATIONS_STAND_IN_URL: vapi.url,
      ENCRYPTION_KEYS: `test:${randomBytes(32).toString('base64')}`,
    };
    const app = await startAccountsApp(database.url, settings, [
      EventsModule,
      HttpModule,
      WebhooksApiModule,
      ContactsApiModule,
      IntegrationsApiModule,
      VoiceApiModule,
      AnsweringModule,
      ReconciliationWorkerModule,
    ]);
    return new ReconciledWorld(app, vapi, twilio, database);
  }

  async owner(): Promise<Owner> {
    const person = await signUp(this.app.client);
    const number = `+3315900${String((this.#numbers += 1)).padStart(4, '0')}`;
    const { createVoiceAssistant: made } = await person.client.ask<{ createVoiceAssistant: { id: string } }>(
      'mutation ($input: CreateVoiceAssistantInput!) { createVoiceAssistant(input: $input) { id } }',
      { input: { context: 'Un restaurant.' } },
    );
    const assistantId = splitGlobalId(made.id)?.id ?? '';
    const vapiAssistantId = randomUUID();
    const ctx = systemContext({ actor: 'test', workspaceId: splitGlobalId(person.workspaceId)?.id });
    const declared = 'UPDATE voice_assistants SET vapi_assistant_id = $1, phone_number = $2 WHERE id = $3';
    await this.write(ctx, declared, [vapiAssistantId, number, assistantId]);
    const line = `INSERT INTO phone_lines (id, workspace_id, number, account_id, origin, status, twilio_sid, routed_to,
        assistant_id, vapi_phone_number_id)
      VALUES ($1, $2, $3, 'deployment', 'IMPORTED', 'ACTIVE', $4, 'TWILIO', $5, $6)`;
    const sid = `PN${randomBytes(16).toString('hex')}`;
    await this.write(ctx, line, [uuidv7(), ctx.workspaceId, number, sid, assistantId, vapiNumberOf(number)]);
    return { person, ctx, assistantId, vapiAssistantId, number };
  }

  /** What Vapi would tell of a new call of somebody’s assistant. */
  script(owner: Pick<Owner, 'vapiAssistantId' | 'number'>, kind = 'inbound'): { id: string; bodies: VapiBody[] } {
    const id = randomUUID();
    const text = JSON.stringify(callScripts[kind]?.(id) ?? [])
      .replaceAll('vapi-assistant-1', owner.vapiAssistantId)
      .replaceAll('vapi-number-1', vapiNumberOf(owner.number))
      .replaceAll('+33123456789', owner.number)
      .replaceAll(`"CA${id.slice(0, 8)}"`, `"${sidOf(id)}"`);
    return { id, bodies: JSON.parse(text) as VapiBody[] };
  }

  /** As it stands at Vapi once it is over. */
  endAtVapi(bodies: readonly VapiBody[]): void {
    const { id, ...members } = endedCall(reportOf(bodies));
    const times = { startedAt: timeOf(bodies, 'in-progress'), endedAt: timeOf(bodies, 'ended') };
    this.vapi.add('call', { ...times, ...members }, id);
  }

  /** What webhooks bring. */
  async tell(ctx: RequestContext, bodies: readonly VapiBody[]): Promise<void> {
    for (const body of bodies) {
      const facts = readVapiEvent(body, seconds(0));
      if (facts) await this.unitOfWork.run(ctx, (tx) => this.recorder.record(tx, [facts]));
    }
  }

  reconcile(at: Date, ctx = this.deployment): Promise<void> {
    const { signal } = new AbortController();
    return this.app.app.get(AccountReconciler, { strict: false }).reconcile(ctx, { now: at, signal });
  }

  async call(ctx: RequestContext, name: string): Promise<Row | undefined> {
    const text = `SELECT c.*, (SELECT json_agg(t.text ORDER BY t.position) FROM transcript_segments t WHERE t.call_id = c.id) AS said
      FROM calls c WHERE c.workspace_id = $1 AND (vapi_call_id = $2 OR twilio_call_sid = $2)`;
    const [row] = await this.read(ctx, text, [ctx.workspaceId, name]);
    return row;
  }

  async count(ctx: RequestContext): Promise<number> {
    return (await this.read(ctx, 'SELECT id FROM calls WHERE workspace_id = $1', [ctx.workspaceId])).length;
  }

  /** Forgets what the platforms had, and that they were asked. */
  async reset(): Promise<void> {
    this.vapi.faults.clear();
    this.twilio.faults.clear();
    for (const { id } of this.vapi.list('call')) this.vapi.remove('call', id);
    await this.write(this.deployment, 'DELETE FROM call_reconciliations', []);
  }

  async write(ctx: RequestContext, text: string, values: readonly unknown[]): Promise<void> {
    await this.read(ctx, text, values);
  }

  read(ctx: RequestContext, text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.unitOfWork.run(ctx, (tx) => sql<Row>(tx, text, values));
  }

  async close(): Promise<void> {
    await this.app.close();
    await Promise.all([this.vapi.close(), this.twilio.close()]);
    await this.database.drop();
  }

  private get unitOfWork(): UnitOfWork {
    return this.app.app.get(UnitOfWork);
  }

  private get recorder(): CallRecorder {
    return this.app.app.get(CallRecorder, { strict: false });
  }
}

function timeOf(bodies: readonly VapiBody[], status: string): string | undefined {
  const at = bodies.find(({ message }) => message.status === status)?.message.timestamp;
  return typeof at === 'number' ? new Date(at).toISOString() : undefined;
}

function vapiNumberOf(number: string): string {
  return `vapi-number-of-${number}`;
}

/** Twilio’s id of the call that carries one of Vapi’s. */
function sidOf(callId: string): string {
  return `CA${createHash('md5').update(callId).digest('hex')}`;
}
