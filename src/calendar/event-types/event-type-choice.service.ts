import { Injectable } from '@nestjs/common';
import { assertWorkspaceEntered, AuditTrail } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { toAssistantId, toVoiceAssistantType, VoiceAssistants, type VoiceAssistantType } from '../../voice/index.js';
import { CalendarAccounts } from '../accounts/calendar-accounts.service.js';
import { TooManyEventTypes } from '../calendar.errors.js';
import type { CalComEventType } from '../providers/calcom/event-type.js';
import { EventTypes } from './event-types.service.js';

const mostOffered = 20;

/** What owners see of their event types, and let their assistants offer. */
@Injectable()
export class EventTypeChoice {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: CalendarAccounts,
    private readonly eventTypes: EventTypes,
    private readonly assistants: VoiceAssistants,
    private readonly audit: AuditTrail,
  ) {}

  /** None where no calendar is connected. @throws HttpFailure */
  async list(ctx: RequestContext): Promise<readonly CalComEventType[]> {
    const account = await this.accounts.find(ctx);
    return account ? this.eventTypes.list(account) : [];
  }

  /** In the order of the ids; none where no calendar is connected. @throws HttpFailure */
  async offeredBy(ctx: RequestContext, assistantIds: readonly string[]): Promise<(readonly CalComEventType[])[]> {
    const account = await this.accounts.find(ctx);
    return account ? this.eventTypes.offeredByMany(ctx, account, assistantIds) : assistantIds.map(() => []);
  }

  /**
   * Replaces what an assistant offers; none stands for the default.
   *
   * @throws AssistantNotFound, EventTypeNotFound, TooManyEventTypes, CalendarNotConnected, HttpFailure
   */
  async choose(ctx: RequestContext, assistantId: string, wanted: readonly number[]): Promise<VoiceAssistantType> {
    assertWorkspaceEntered(ctx);
    const ids = [...new Set(wanted)];
    if (ids.length > mostOffered) throw new TooManyEventTypes(mostOffered);
    const assistant = await this.assistants.requireActive(ctx, assistantId);
    if (ids.length > 0) await this.assertKnown(ctx, ids);
    await this.unitOfWork.run(ctx, async (tx) => {
      await this.eventTypes.choose(tx, assistantId, ids);
      const details = { eventTypeIds: ids.map(String) };
      await this.audit.record(tx, {
        action: 'assistant.event_types_chosen',
        targetId: toAssistantId(assistantId),
        details,
      });
    });
    return toVoiceAssistantType(assistant);
  }

  private async assertKnown(ctx: RequestContext, ids: readonly number[]): Promise<void> {
    const account = await this.accounts.require(ctx);
    for (const id of ids) await this.eventTypes.require(account, id);
  }
}
