import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AccountsFacade, Entitlements } from '../../../../accounts/index.js';
import { VoiceAssistants } from '../../../assistants/voice-assistants.js';
import type { VoiceAssistant } from '../../../assistants/voice-assistant.entity.js';
import { deploymentWorkspaceId, type RequestContext } from '../../../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../../../kernel/database/index.js';
import { toE164 } from '../../../calls/merge/phone-identity.js';
import type { AnsweredCall } from '../../../conversation/answered-call.js';
import { DialledNumbers } from './dialled-numbers.js';
import type { TwilioEvent } from './twilio-event.js';
import { factsOfRequest } from './twilio-facts.js';

interface Side {
  assistant: VoiceAssistant;
  timeZone: string;
}

/** A change of the assistant is heard this much later at most. */
const lifetimeMs = 5_000;

// Once a call has turns under its own id it keeps it, whatever another platform tells of it later.
const keyOf = {
  name: 'answered-call-key',
  text: `SELECT CASE WHEN EXISTS (SELECT FROM call_turns WHERE workspace_id = $1 AND call_key = $2) THEN $2
      ELSE coalesce((SELECT vapi_call_id FROM calls WHERE workspace_id = $1 AND twilio_call_sid = $2
        ORDER BY vapi_call_id = $2, created_at LIMIT 1), $2) END AS key`,
};

/** Finds what a request of Twilio is about: which call of ours, and who answers it. */
@Injectable()
export class AnsweredCalls {
  readonly #sides = new LRUCache<string, Side>({ max: 2_000, ttl: lifetimeMs });

  constructor(
    private readonly numbers: DialledNumbers,
    private readonly assistants: VoiceAssistants,
    private readonly accounts: AccountsFacade,
    private readonly entitlements: Entitlements,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Null when nobody answers the number in this workspace. */
  async find(ctx: RequestContext, event: TwilioEvent): Promise<AnsweredCall | null> {
    const line = toE164(event.line);
    const owner = line === null ? null : await this.numbers.ownerOf(line);
    if (!owner?.assistantId || owner.workspaceId !== ctx.workspaceId) return null;
    const side = await this.side(ctx, owner.assistantId);
    const callKey = await this.unitOfWork.run(ctx, (tx) => this.keyOf(tx, event.callSid), { plans: 'once' });
    return {
      ...side,
      callKey,
      callerNumber: toE164(event.text('From')),
      facts: factsOfRequest(callKey, event, Date.now()),
    };
  }

  /** Under which key a call is on record: another platform may have had it before. */
  async keyOf(tx: RequestContext, callSid: string): Promise<string> {
    const [row] = await sql<{ key: string }>(tx, keyOf, [tx.workspaceId, callSid]);
    return row?.key ?? callSid;
  }

  /** Whether the assistant takes calls now. */
  async mayAnswer(ctx: RequestContext, { assistant }: AnsweredCall): Promise<boolean> {
    if (!assistant.active || ctx.workspaceId === deploymentWorkspaceId) return false;
    return (await this.entitlements.check(ctx, { feature: 'call' })).allowed;
  }

  private async side(ctx: RequestContext, assistantId: string): Promise<Side> {
    const known = this.#sides.get(assistantId);
    if (known) return known;
    const side = await this.unitOfWork.run(ctx, async (tx) => ({
      assistant: await this.assistants.require(tx, assistantId),
      timeZone: (await this.accounts.findWorkspace(tx)).timeZone,
    }));
    this.#sides.set(assistantId, side);
    return side;
  }
}
