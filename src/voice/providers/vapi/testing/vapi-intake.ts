import { startAccountsApp, type AccountsApp } from '../../../../../test/support/accounts-app.js';
import { createTestDatabase } from '../../../../../test/support/database.js';
import { signUp, type Person } from '../../../../../test/support/people.js';
import type { Type } from '@nestjs/common';
import { ContactsApiModule } from '../../../../contacts/index.js';
import { systemContext, uuidv7, type RequestContext } from '../../../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../../../kernel/database/index.js';
import { EventsModule } from '../../../../kernel/events/index.js';
import { splitGlobalId } from '../../../../kernel/graphql/index.js';
import { HttpModule } from '../../../../kernel/http/index.js';
import { WebhooksApiModule } from '../../../../webhooks/index.js';
import { VoiceApiModule } from '../../../voice.api.module.js';

export const secret = 'the secret of the deployment';
const path = '/api/v1/webhooks/vapi';

export type Rows = Record<string, unknown>;

/** Someone's assistant, as if it were provisioned at Vapi. */
export interface Line {
  person: Person;
  ctx: RequestContext;
  vapiAssistantId: string;
  phoneNumberId: string;
}

export interface LineOptions {
  language?: string;
  transferNumber?: string | null;
  active?: boolean;
}

/** The whole intake of Vapi's messages on a database of its own, over real HTTP. */
export class VapiIntake {
  private constructor(
    readonly app: AccountsApp,
    readonly unitOfWork: UnitOfWork,
    readonly close: () => Promise<void>,
  ) {}

  static async start(env: Record<string, string> = {}, modules: Type[] = []): Promise<VapiIntake> {
    const database = await createTestDatabase();
    const app = await startAccountsApp(database.url, { VAPI_WEBHOOK_SECRET: secret, ...env }, [
      EventsModule,
      HttpModule,
      WebhooksApiModule,
      ContactsApiModule,
      VoiceApiModule,
      ...modules,
    ]);
    return new VapiIntake(app, app.app.get(UnitOfWork), async () => {
      await app.close();
      await database.drop();
    });
  }

  async openLine(options: LineOptions = {}): Promise<Line> {
    const person = await signUp(this.app.client);
    const { createVoiceAssistant: made } = await person.client.ask<{ createVoiceAssistant: { id: string } }>(
      'mutation ($input: CreateVoiceAssistantInput!) { createVoiceAssistant(input: $input) { id } }',
      { input: { context: 'Restaurant', ...options } },
    );
    const ctx = systemContext({ actor: 'test', workspaceId: splitGlobalId(person.workspaceId)?.id });
    const [vapiAssistantId, phoneNumberId] = [uuidv7(), uuidv7()];
    const provision = 'UPDATE voice_assistants SET vapi_assistant_id = $2, vapi_phone_number_id = $3 WHERE id = $1';
    const values = [splitGlobalId(made.id)?.id, vapiAssistantId, phoneNumberId];
    await this.unitOfWork.run(ctx, (tx) => sql(tx, provision, values));
    return { person, ctx, vapiAssistantId, phoneNumberId };
  }

  async post(body: unknown, headers: Record<string, string> = { 'x-vapi-secret': secret }) {
    const reply = await this.app.client.with(headers).request('POST', path, body);
    return { status: reply.status, body: (await reply.json()) as Rows & { results?: Rows[] } };
  }
}

/** A call as Vapi repeats it in every message. */
export function callOf({ vapiAssistantId }: Line, id: string) {
  return { id, type: 'inboundPhoneCall', assistantId: vapiAssistantId, customer: { number: '+33612345678' } };
}

export type Asked = readonly [id: string, name: string, args: unknown];

/** A message in which a model asks for tools. */
export function toolCalls(call: ReturnType<typeof callOf>, asked: readonly Asked[], more: object = {}) {
  const toolCallList = asked.map(([id, name, args]) => ({ id, type: 'function', function: { name, arguments: args } }));
  return { message: { type: 'tool-calls', timestamp: Date.now(), toolCallList, call, ...more } };
}
