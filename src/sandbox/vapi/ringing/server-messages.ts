import type { HttpClient } from '../../../kernel/http/index.js';
import type { ServerMessageBody } from '../../caller/envelope.js';
import type { Clock } from '../../player/clock.js';
import { WebhookSender, type Delivery, type WebhookSenderOptions } from '../../player/webhook-sender.js';
import { membersOf, type Members } from '../http/vapi-request.js';
import type { VapiStore } from '../vapi-store.js';
import { credentialHeaders } from './credential-proof.js';
import { effectiveServer, type ServerLevels, type VapiServer } from './vapi-server.js';
import { isWanted } from './wanted-messages.js';

export interface MessagingParts {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly store: VapiStore;
}

/** How much time a server has that is asked who answers a call. */
const doorTimeoutMs = 7_500;

/** Tells a server of a call, or asks it: which one, how it recognises Vapi, and whether it wants to know at all. */
export class ServerMessages {
  constructor(
    private readonly parts: MessagingParts,
    private readonly levels: ServerLevels,
    private readonly onRetry?: WebhookSenderOptions['onRetry'],
  ) {}

  /** @returns null where nobody wants to be told. */
  async send(body: ServerMessageBody, tool?: Members): Promise<Delivery | null> {
    const server = effectiveServer(this.levels, tool);
    if (!server || !isWanted(body.message, this.levels.assistant)) return null;
    const { backoffPlan = null, timeoutSeconds } = server;
    return this.sender(server, { plan: backoffPlan, timeoutMs: timeoutSeconds * 1000 }).send(body);
  }

  /** The phone rings meanwhile: there is one attempt. @returns null where there is nobody to ask. */
  async askWhoAnswers(body: ServerMessageBody): Promise<Delivery | null> {
    const server = effectiveServer(this.levels);
    return server && this.sender(server, { plan: null, timeoutMs: doorTimeoutMs }).send(body);
  }

  private sender(server: VapiServer, limits: Pick<WebhookSenderOptions, 'plan' | 'timeoutMs'>): WebhookSender {
    const { http, clock, store } = this.parts;
    const { url, headers, credentialId = '' } = server;
    const { authenticationPlan } = membersOf(store.find('credential', credentialId));
    const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    const proof = (raw: Buffer, now: Date) => ({
      ...credentialHeaders(authenticationPlan, { raw, url, now }),
      // Whoever writes a header by hand means it.
      ...own,
    });
    return new WebhookSender({ http, clock, url, proof, onRetry: this.onRetry, ...limits });
  }
}
