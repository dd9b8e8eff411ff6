import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import type { StoredEvent } from '../../../webhooks/index.js';
import { callFacts, rank, type CallFacts } from '../../calls/merge/call-facts.js';
import { earliest, highest } from '../../calls/merge/evidence.js';
import { toE164 } from '../../calls/merge/phone-identity.js';
import { readKeys } from '../../calls/merge/project-call.js';
import { CallAssistants } from '../../tools/call-assistants.js';
import { readVapiMessage } from './reading/vapi-message.js';
import { factsOf } from './reading/read-vapi-event.js';

/**
 * Transfers that Vapi has asked a number for. The question does not name the number, the assistant has it, as in the
 * answer that `VapiReplies` gives; whether Vapi then calls it, later events tell.
 */
@Injectable()
export class TransferRequests {
  constructor(private readonly assistants: CallAssistants) {}

  async read(ctx: RequestContext, events: readonly StoredEvent[]): Promise<CallFacts[]> {
    const requests: CallFacts[] = [];
    // One after the other: they may share the connection of a unit of work.
    for (const event of events) {
      const request = event.type === 'transfer-destination-request' ? await this.readOne(ctx, event) : null;
      if (request) requests.push(request);
    }
    return requests;
  }

  private async readOne(ctx: RequestContext, { body, receivedAt }: StoredEvent): Promise<CallFacts | null> {
    const message = readVapiMessage(body, receivedAt);
    if (message?.callKey === undefined) return null;
    const { callKey, at } = message;
    const { assistant } = await this.assistants.find(ctx, readKeys(factsOf(message, callKey).evidence));
    const to = toE164(assistant?.transferNumber ?? null);
    if (to === null) return null;
    return callFacts(callKey, {
      registers: {
        [`transfer.status:${to}`]: highest(rank.snapshot, 'requested'),
        [`transfer.at:${to}`]: earliest(rank.event, at, at),
      },
    });
  }
}
