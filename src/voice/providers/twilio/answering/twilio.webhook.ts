import { z } from 'zod';
import { Config, type Secret } from '../../../../kernel/config/index.js';
import type { RequestContext } from '../../../../kernel/context/index.js';
import {
  WebhookSource,
  type EndpointProof,
  type RawRequest,
  type ReadEvent,
  type ReplyRequest,
  type StoredEvent,
  type WebhookSourceContract,
} from '../../../../webhooks/index.js';
import { toE164 } from '../../../calls/merge/phone-identity.js';
import { ConversationRecord } from '../../../conversation/conversation-record.js';
import { twilioConfig } from '../twilio.config.js';
import { AnsweredCalls } from './answered-calls.js';
import { CallUsage } from './call-usage.js';
import { DialledNumbers } from './dialled-numbers.js';
import { redactTwilioBody, TwilioEvent, twilioRoutes } from './twilio-event.js';
import { factsOfRequest, factsOfStatus } from './twilio-facts.js';
import { parseForm, twilioDialect } from './twilio-form.js';
import { provesAccount } from './twilio-proof.js';
import { TwilioReplies } from './twilio-replies.js';
import { TwilioTokens } from './twilio-tokens.js';

/** Calls that Twilio asks this server about: https://www.twilio.com/docs/usage/webhooks/voice-webhooks */
@WebhookSource()
export class TwilioWebhook implements WebhookSourceContract {
  readonly name = 'twilio';
  readonly routes = twilioRoutes;
  readonly bodyLimit = 64 * 1024;
  readonly refusedStatus = 403;
  readonly settings = z.object({});
  readonly acknowledgement = {};
  readonly dialect = twilioDialect;

  constructor(
    private readonly config: Config,
    private readonly numbers: DialledNumbers,
    private readonly calls: AnsweredCalls,
    private readonly replies: TwilioReplies,
    private readonly record: ConversationRecord,
    private readonly tokens: TwilioTokens,
    private readonly usage: CallUsage,
  ) {}

  deploymentProof(): EndpointProof {
    const { authToken } = this.config.get(twilioConfig);
    return { secrets: authToken ? [authToken] : [], settings: {} };
  }

  accountSecrets(workspaceId: string): Promise<readonly Secret[]> {
    return this.tokens.of(workspaceId);
  }

  /** Nothing of the request is believed here: it only says whose token is to be tried. */
  async secretsOfSender(request: RawRequest): Promise<readonly Secret[]> {
    const event = TwilioEvent.tryRead(parseForm(request.raw), request);
    const workspaceId = event && (await this.workspaceOf(event));
    return workspaceId ? this.tokens.of(workspaceId) : [];
  }

  verify(request: RawRequest, { secrets }: EndpointProof): boolean {
    return secrets.some((secret) => provesAccount(request, secret));
  }

  read(form: unknown, request: RawRequest): ReadEvent[] {
    return [TwilioEvent.read(form, request)];
  }

  async workspaceOf(event: ReadEvent): Promise<string | null> {
    const line = toE164(TwilioEvent.of(event).line);
    return line === null ? null : ((await this.numbers.ownerOf(line))?.workspaceId ?? null);
  }

  expectsReply(event: ReadEvent): boolean {
    return TwilioEvent.of(event).kind !== 'status';
  }

  reply(ctx: RequestContext, { event }: ReplyRequest): Promise<string> {
    return this.replies.reply(ctx, TwilioEvent.of(event));
  }

  async apply(tx: RequestContext, events: readonly StoredEvent[]): Promise<void> {
    for (const stored of events) {
      const event = TwilioEvent.of(stored);
      if (!event.isOtherLeg) await this.applyOne(tx, event, stored.receivedAt);
    }
  }

  redact(body: unknown): unknown {
    return redactTwilioBody(body);
  }

  private async applyOne(tx: RequestContext, event: TwilioEvent, receivedAt: Date): Promise<void> {
    const at = receivedAt.getTime();
    const callKey = await this.calls.keyOf(tx, event.callSid);
    await this.record.merge(tx, callKey, async (turns) => [
      factsOfRequest(callKey, event, at),
      ...(event.kind === 'status'
        ? [
            factsOfStatus(callKey, event, { receivedAt: at, turns }),
            ...(await this.usage.bill(tx, { callKey, event, receivedAt, turns })),
          ]
        : []),
    ]);
  }
}
