import { Injectable } from '@nestjs/common';
import { deploymentWorkspaceId, systemContext, type RequestContext } from '../../kernel/context/index.js';
import { toInboxEvent, type InboxEvent } from '../inbox/inbox-event.js';
import { IntakeUnavailable } from '../inbox/inbox.errors.js';
import { Inbox } from '../inbox/inbox.js';
import { isInfrastructureFailure } from '../relay/failure.js';
import type { RawRequest, ReadEvent, WebhookSourceContract } from '../webhook-source.js';
import { EndpointDirectory, type KnownEndpoint } from './endpoint-directory.js';
import { deploymentAccount, EndpointLimits } from './endpoint-limits.js';
import { IntakeMeter } from './intake-meter.js';
import { ProofRefused } from './intake.errors.js';
import { parseJsonBody } from './json-body.js';

export interface Delivery {
  source: WebhookSourceContract;
  endpointId: string | undefined;
  request: RawRequest;
  requestId: string;
}

/**
 * The life of a webhook up to its answer: proof over the raw bytes, then parsing, then one commit, then the answer.
 * Nothing is acknowledged that is not stored.
 */
@Injectable()
export class Intake {
  constructor(
    private readonly endpoints: EndpointDirectory,
    private readonly limits: EndpointLimits,
    private readonly inbox: Inbox,
    private readonly meter: IntakeMeter,
  ) {}

  /**
   * @returns the content of the 200.
   * @throws ProofRefused, BodyNotJson, RateLimited, IntakeUnavailable
   */
  async accept({ source, endpointId, request, requestId }: Delivery): Promise<unknown> {
    const found = this.endpoints.find(source, endpointId);
    const known = found instanceof Promise ? await found : found;
    const endpoint = isProven(source, known, request) ? known : await this.sender(source, endpointId, request);
    const events = source.read(parseBody(source, request.raw), request);
    this.limits.admit(
      endpoint.account,
      events.some((event) => event.precious === true),
    );
    const traceparent = request.header('traceparent');
    let answer: unknown = source.acknowledgement;
    const stored: Promise<void>[] = [];
    for (const event of events) {
      const ctx = systemContext({
        actor: `webhook.${source.name}`,
        workspaceId: endpoint.workspaceId ?? (await this.ownerOf(source, event)) ?? deploymentWorkspaceId,
        requestId,
        traceparent,
      });
      const arrival = {
        ctx,
        source: source.name,
        account: endpoint.account,
        raw: source.dialect ? undefined : request.raw,
        event,
        eventsInRequest: events.length,
      };
      if (source.expectsReply(event)) answer = await this.reply(source, ctx, { event, row: toInboxEvent(arrival) });
      else stored.push(this.inbox.batches.store(toInboxEvent(arrival)));
    }
    await Promise.all(stored);
    this.meter.accepted(source.name, events);
    return answer;
  }

  /** Whose it is, a database that is away cannot say: the platform sends it again. @throws IntakeUnavailable */
  private async ownerOf(source: WebhookSourceContract, event: ReadEvent): Promise<string | null> {
    try {
      return await source.workspaceOf(event);
    } catch (error) {
      throw isInfrastructureFailure(error) ? new IntakeUnavailable(error) : error;
    }
  }

  /** Who signs with a key of an account that a workspace has connected. @throws ProofRefused */
  private async sender(
    source: WebhookSourceContract,
    endpointId: string | undefined,
    request: RawRequest,
  ): Promise<KnownEndpoint> {
    const secrets = endpointId === undefined ? ((await source.secretsOfSender?.(request)) ?? []) : [];
    const proof = { secrets, settings: source.settings.parse({}) };
    const endpoint = { account: deploymentAccount, workspaceId: null, proof };
    if (secrets.length > 0 && isProven(source, endpoint, request)) return endpoint;
    this.meter.refused(source.name);
    throw new ProofRefused(source.refusedStatus);
  }

  private async reply(
    source: WebhookSourceContract,
    ctx: RequestContext,
    { event, row }: { event: ReadEvent; row: InboxEvent },
  ): Promise<unknown> {
    const { firstDelivery, companions } = await this.inbox.replies.store(row, source.companion?.(event) ?? null);
    const content = await source.reply?.(ctx, { event, companions, firstDelivery });
    return content ?? source.acknowledgement;
  }
}

function isProven(
  source: WebhookSourceContract,
  endpoint: KnownEndpoint | null,
  request: RawRequest,
): endpoint is KnownEndpoint {
  return endpoint !== null && source.verify(request, endpoint.proof);
}

function parseBody({ dialect }: WebhookSourceContract, raw: Buffer): Record<string, unknown> {
  return dialect ? dialect.parse(raw) : parseJsonBody(raw);
}
