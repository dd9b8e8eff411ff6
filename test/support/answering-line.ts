import { startAccountsApp, type AccountsApp } from './accounts-app.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { signUp, type Person } from './people.js';
import { CalendarApiModule } from '../../src/calendar/calendar.api.module.js';
import { EventTypes } from '../../src/calendar/event-types/event-types.service.js';
import { ContactsApiModule } from '../../src/contacts/index.js';
import { IntegrationsApiModule } from '../../src/integrations/index.js';
import { systemContext, type RequestContext } from '../../src/kernel/context/index.js';
import { sql, UnitOfWork } from '../../src/kernel/database/index.js';
import { EventsModule } from '../../src/kernel/events/index.js';
import { splitGlobalId } from '../../src/kernel/graphql/index.js';
import { HttpModule } from '../../src/kernel/http/index.js';
import { CalComStandIn, leGourmetEventTypes, ScriptedModel, TwilioStandIn } from '../../src/sandbox/index.js';
import { InstantClock } from '../../src/sandbox/testing/instant-clock.js';
import { WebhooksApiModule } from '../../src/webhooks/index.js';
import { VoiceApiModule } from '../../src/voice/voice.api.module.js';
import { AnsweringModule } from '../../src/voice/providers/twilio/answering/answering.module.js';
import { TwilioWebhook } from '../../src/voice/providers/twilio/answering/twilio.webhook.js';
import { FrontDoor } from './front-door.js';

const accountSid = `AC${'a1'.repeat(16)}`;
const modelKey = 'sk-of-tests';
const calComKey = 'cal_test_of_the_deployment';

export const authToken = 'the auth token of the deployment';
export const transferNumber = '+33159000099';

type Rows = Record<string, unknown>;

/** Someone's number, which this server answers. */
export interface OpenLine {
  person: Person;
  ctx: RequestContext;
  number: string;
}

/** A server that answers calls itself, between a Twilio, a model and a Cal.com that are played. */
export class AnsweringLine {
  #opened = 0;

  private constructor(
    readonly app: AccountsApp,
    readonly twilio: TwilioStandIn,
    readonly model: ScriptedModel,
    private readonly parts: { database: TestDatabase; calcom: CalComStandIn; door: FrontDoor },
  ) {}

  static async start(env: Record<string, string> = {}): Promise<AnsweringLine> {
    const [database, door, twilio, model, calcom] = await Promise.all([
      createTestDatabase(),
      FrontDoor.open(),
      TwilioStandIn.open({ accountSid, authToken }),
      ScriptedModel.open({ apiKey: modelKey, script: ['Très bien.'] }),
      CalComStandIn.open({ apiKey: calComKey, eventTypes: leGourmetEventTypes }),
    ]);
    const settings = {
      PUBLIC_URL: door.url,
      TWILIO_AUTH_TOKEN: authToken,
      OPENAI_API_KEY: modelKey,
      OPENAI_BASE_URL: model.url,
      CAL_API_KEY: calComKey,
      CAL_BASE_URL: calcom.url,
      ...env,
    };
    const app = await startAccountsApp(database.url, settings, [
      EventsModule,
      HttpModule,
      WebhooksApiModule,
      ContactsApiModule,
      IntegrationsApiModule,
      VoiceApiModule,
      CalendarApiModule,
      AnsweringModule,
    ]);
    door.behind = (await app.app.getUrl()).replace('[::1]', '127.0.0.1');
    return new AnsweringLine(app, twilio, model, { database, calcom, door });
  }

  get url(): string {
    return this.parts.door.url;
  }

  /** An assistant on a number of its own. */
  async open(input: Record<string, unknown> = {}): Promise<OpenLine> {
    const person = await signUp(this.app.client);
    const number = `+3315900${String(++this.#opened).padStart(4, '0')}`;
    const { createVoiceAssistant: made } = await person.client.ask<{ createVoiceAssistant: { id: string } }>(
      'mutation ($input: CreateVoiceAssistantInput!) { createVoiceAssistant(input: $input) { id } }',
      {
        input: { clientName: 'Le Gourmet', context: 'Un restaurant.', route: 'TWILIO', phoneNumber: number, ...input },
      },
    );
    const ctx = systemContext({ actor: 'test', workspaceId: splitGlobalId(person.workspaceId)?.id });
    await this.app.app.get(EventTypes).choose(ctx, splitGlobalId(made.id)?.id ?? '', [102]);
    const webhook = `${this.url}/api/voice/webhook`;
    this.twilio.account.addNumber({
      phone_number: number,
      voice_url: `${webhook}/incoming`,
      voice_fallback_url: `${webhook}/incoming`,
      status_callback: `${webhook}/status`,
    });
    return { person, ctx, number };
  }

  /** The owner's own account at Twilio, as if it had been tried. */
  async connectTwilio({ person, ctx }: OpenLine, token: string): Promise<void> {
    await person.client.ask(
      `mutation ($credentials: [CredentialInput!]!) {
        configureIntegration(integrationId: "twilio", credentials: $credentials) { id } }`,
      {
        credentials: [
          { key: 'accountSid', value: `AC${'b2'.repeat(16)}` },
          { key: 'authToken', value: token },
        ],
      },
    );
    await this.read(ctx, `UPDATE integration_connections SET status = 'CONNECTED' WHERE integration_key = 'twilio'`);
  }

  /** Somebody rings it, and says these things. */
  async ring({ number }: Pick<OpenLine, 'number'>, replies: Ringing['replies'], more: Partial<Ringing> = {}) {
    const clock = new InstantClock();
    const call = await this.twilio.ring({ to: number, from: '+33612345678', clock, replies, ...more });
    await this.applyEvents();
    return { ...call, heard: call.dialogue.filter(({ who }) => who === 'line').map(({ text }) => text) };
  }

  /** What the workers do with the webhooks that are stored. */
  async applyEvents(): Promise<void> {
    const unitOfWork = this.app.app.get(UnitOfWork);
    const intake = systemContext({ actor: 'test', access: 'intake' });
    const pending = await unitOfWork.run(intake, (tx) =>
      sql<{ workspaceId: string; ids: string[] }>(
        tx,
        'SELECT workspace_id AS "workspaceId", array_agg(event_id ORDER BY event_id) AS ids FROM webhook_pending GROUP BY 1',
      ),
    );
    for (const { workspaceId, ids } of pending) {
      await unitOfWork.run(systemContext({ actor: 'test', workspaceId }), async (tx) => {
        const events = await sql<Stored>(tx, takePending, [ids]);
        const stored = events.map(({ body, ...event }) => ({ ...event, body: JSON.parse(body) as unknown }));
        await this.app.app.get(TwilioWebhook, { strict: false }).apply(tx, stored);
      });
    }
  }

  /** The call as its owner sees it. */
  async callOf({ person }: OpenLine, sid: string): Promise<Rows> {
    const { calls } = await person.client.ask<{ calls: { nodes: Rows[] } }>(
      `{ calls { nodes { status outcome direction endedReason durationSeconds twilioCallSid vapiCallId fromNumber toNumber
        transcript { role text } transfers { to status summary } messages { text callback }
        toolInvocations { name error } assistant { name } costLines { source estimated } } } }`,
    );
    const call = calls.nodes.find(({ twilioCallSid }) => twilioCallSid === sid);
    if (!call) throw new Error(`The call ${sid} is not on record.`);
    return call;
  }

  bookings() {
    return this.parts.calcom.bookings.list();
  }

  read<Row extends Rows>(ctx: RequestContext, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.app.app.get(UnitOfWork).run(ctx, (tx) => sql<Row>(tx, text, values));
  }

  async close(): Promise<void> {
    await this.app.close();
    await Promise.all([this.twilio.close(), this.model.close(), this.parts.calcom.close(), this.parts.door.close()]);
    await this.parts.database.drop();
  }
}

type Ringing = Parameters<TwilioStandIn['ring']>[0];

interface Stored extends Rows {
  id: string;
  type: string;
  externalId: string;
  callKey: string | null;
  receivedAt: Date;
  body: string;
}

const takePending = `WITH taken AS (DELETE FROM webhook_pending WHERE event_id = ANY ($1::uuid[]))
  SELECT id, type, external_id AS "externalId", call_key AS "callKey", received_at AS "receivedAt",
    convert_from(body, 'UTF8') AS body FROM webhook_events WHERE id = ANY ($1::uuid[]) ORDER BY id`;
