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
import { withoutSandbox } from './reading/without-sandbox.js';
import { redactVapiBody } from './redact-vapi-body.js';
import { TransferRequests } from './transfer-requests.js';
import { VapiEvent } from './vapi-event.js';
import { VapiOwners } from './vapi-owners.js';
import { hmacSettings, provesSecret, type HmacSettings } from './vapi-proof.js';
import { VapiReplies } from './vapi-replies.js';
import { vapiConfig } from './vapi.config.js';

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
  readonly #settings = new WeakMap<object, HmacSettings>();

  constructor(
    private readonly config: Config,
    private readonly calls: CallRecorder,
    private readonly owners: VapiOwners,
    private readonly replies: VapiReplies,
    private readonly transfers: TransferRequests,
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
    return [VapiEvent.read(body)];
  }

  workspaceOf(event: ReadEvent): string | null | Promise<string | null> {
    return this.owners.workspaceOf(ownerKeys(VapiEvent.of(event).message));
  }

  expectsReply(event: ReadEvent): boolean {
    return VapiEvent.of(event).waitsForContent;
  }

  companion(event: ReadEvent): CompanionStatement | null {
    const { asksForTools, message } = VapiEvent.of(event);
    if (!asksForTools) return null;
    const calls = ledgerCalls(readToolCalls(message));
    const { deadlineMs } = this.config.get(toolsConfig);
    return claimStatement(ledgerCallKey(message), calls, leaseFor(deadlineMs));
  }

  reply(ctx: RequestContext, { event, companions }: ReplyRequest): Promise<unknown> {
    return this.replies.reply(ctx, VapiEvent.of(event).message, companions.filter(isClaim));
  }

  async apply(ctx: RequestContext, events: readonly StoredEvent[]): Promise<void> {
    const told = events.flatMap(({ body, receivedAt }) => readVapiEvent(body, receivedAt) ?? []);
    const facts = [...told, ...(await this.transfers.read(ctx, events))];
    await this.calls.record(ctx, this.config.get(runtimeConfig).sandbox === 'on' ? facts : facts.map(withoutSandbox));
  }

  redact(body: unknown): unknown {
    return redactVapiBody(body);
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
