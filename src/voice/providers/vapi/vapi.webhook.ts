import { Config, runtimeConfig } from '../../../kernel/config/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import {
  WebhookSource,
  type CompanionStatement,
  type EndpointProof,
  type RawRequest,
  type ReadEvent,
  type ReplyRequest,
  type StoredEvent,
  type WebhookSourceContract,
} from '../../../webhooks/index.js';
import { CallRecorder } from '../../calls/record/call-recorder.js';
import { claimStatement, isClaim, leaseFor } from '../../tools/tool-ledger.js';
import { toolsConfig } from '../../tools/tools.config.js';
import { ledgerCallKey, ledgerCalls, readToolCalls } from './reading/read-tool-calls.js';
import { readVapiEvent } from './reading/read-vapi-event.js';
import { ownerKeys } from './reading/read-call-snapshot.js';
import { readVapiMessage, type VapiMessage } from './reading/vapi-message.js';
import { withoutSandbox } from './reading/without-sandbox.js';
import { redactVapiBody } from './redact-vapi-body.js';
import { VapiOwners } from './vapi-owners.js';
import { hmacSettings, provesSecret, type HmacSettings } from './vapi-proof.js';
import { VapiReplies } from './vapi-replies.js';
import { vapiConfig } from './vapi.config.js';
import { NotAServerMessage } from './vapi.errors.js';

const toolKinds = new Set(['tool-calls', 'function-call']);
const waitingKinds = new Set([...toolKinds, 'assistant-request', 'transfer-destination-request']);

/** Server messages of Vapi: https://docs.vapi.ai/server-url/events */
@WebhookSource()
export class VapiWebhook implements WebhookSourceContract {
  readonly name = 'vapi';
  readonly routes = ['/api/v1/webhooks/vapi', '/api/vapi/webhook'];
  /** Reports repeat the whole conversation, the assistant and raw SIP messages. */
  readonly bodyLimit = 5 * 1024 * 1024;
  readonly refusedStatus = 401;
  readonly settings = hmacSettings;
  readonly acknowledgement = {};
  readonly #messages = new WeakMap<object, VapiMessage>();
  readonly #settings = new WeakMap<object, HmacSettings>();

  constructor(
    private readonly config: Config,
    private readonly calls: CallRecorder,
    private readonly owners: VapiOwners,
    private readonly replies: VapiReplies,
  ) {}

  deploymentProof(): EndpointProof {
    const { webhookSecret, hmac } = this.config.get(vapiConfig);
    return { secrets: webhookSecret ? [webhookSecret] : [], settings: hmac };
  }

  verify(request: RawRequest, { secrets, settings }: EndpointProof): boolean {
    const how = { settings: this.settingsOf(settings), now: Date.now() };
    return secrets.some((secret) => provesSecret(request, secret, how));
  }

  read(body: unknown): ReadEvent[] {
    const message = this.messageOf(body);
    const { type, callKey } = message;
    const toolIds = toolKinds.has(message.kind) ? ledgerCalls(readToolCalls(message)).map(({ id }) => id) : [];
    return [
      {
        type,
        externalId: [callKey ?? 'no-call', type, message.message.text('status', 40), ...toolIds]
          .filter(Boolean)
          .join(':'),
        dedupKey: toolIds.length > 0 ? JSON.stringify(['tools', ledgerCallKey(message), ...toolIds]) : undefined,
        callKey,
        precious: waitingKinds.has(message.kind) || message.kind === 'end-of-call-report',
        body,
      },
    ];
  }

  workspaceOf(event: ReadEvent): string | null | Promise<string | null> {
    return this.owners.workspaceOf(ownerKeys(this.messageOf(event.body)));
  }

  expectsReply(event: ReadEvent): boolean {
    return waitingKinds.has(this.messageOf(event.body).kind);
  }

  companion(event: ReadEvent): CompanionStatement | null {
    const message = this.messageOf(event.body);
    if (!toolKinds.has(message.kind)) return null;
    const calls = ledgerCalls(readToolCalls(message));
    const { deadlineMs } = this.config.get(toolsConfig);
    return claimStatement(ledgerCallKey(message), calls, leaseFor(deadlineMs));
  }

  reply(ctx: RequestContext, { event, companions }: ReplyRequest): Promise<unknown> {
    return this.replies.reply(ctx, this.messageOf(event.body), companions.filter(isClaim));
  }

  async apply(ctx: RequestContext, events: readonly StoredEvent[]): Promise<void> {
    const facts = events.flatMap(({ body, receivedAt }) => readVapiEvent(body, receivedAt) ?? []);
    await this.calls.record(ctx, this.config.get(runtimeConfig).sandbox === 'on' ? facts : facts.map(withoutSandbox));
  }

  redact(body: unknown): unknown {
    return redactVapiBody(body);
  }

  /** The engine asks several things about one body; it is read once. The time of arrival matters to none of them. */
  private messageOf(body: unknown): VapiMessage {
    const known = isObject(body) ? this.#messages.get(body) : undefined;
    const message = known ?? readVapiMessage(body, new Date());
    if (!message) throw new NotAServerMessage();
    if (isObject(body)) this.#messages.set(body, message);
    return message;
  }

  /** Settings come parsed; checking them again for every request would cost as much as the signature. */
  private settingsOf(settings: unknown): HmacSettings {
    const known = isObject(settings) ? this.#settings.get(settings) : undefined;
    const parsed = known ?? hmacSettings.parse(settings);
    if (isObject(settings)) this.#settings.set(settings, parsed);
    return parsed;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
