import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import { LiveEvents, liveStream, RowFollower, type LiveSignal, type RowState } from '../../../kernel/events/index.js';
import { assistantChanged, type AssistantDeclared } from '../assistants.events.js';
import { toVoiceAssistantType, type VoiceAssistantType } from '../graphql/voice-assistant.type.js';
import type { VoiceAssistant } from '../voice-assistant.entity.js';
import { VoiceAssistantRepository } from '../voice-assistant.repository.js';

interface Followed extends RowState {
  assistant: VoiceAssistant;
}

/** Assistants while they change, whichever process changes them. */
@Injectable()
export class LiveAssistants {
  constructor(
    private readonly live: LiveEvents,
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: VoiceAssistantRepository,
  ) {}

  /** @param assistantId The only one to be told of; null for all. */
  changes(
    ctx: RequestContext,
    assistantId: string | null,
  ): AsyncIterableIterator<{ voiceAssistantUpdated: VoiceAssistantType }, undefined> {
    const follower = new RowFollower<Followed>();
    const read = (signal: LiveSignal<AssistantDeclared>): Promise<VoiceAssistant[]> => {
      if (!signal.resync) return this.read(ctx, signal.ids.assistantId, assistantId);
      const since = follower.resync(signal.reason);
      return since ? this.changedSince(ctx, since, assistantId) : Promise.resolve([]);
    };
    const signals =
      ctx.access === 'admin'
        ? this.live.subscribeAcrossWorkspaces(assistantChanged)
        : this.live.subscribe(assistantChanged, ctx.workspaceId);
    return liveStream(signals, async (signal) =>
      follower
        .news((await read(signal)).map(followed))
        .map(({ assistant }) => ({ voiceAssistantUpdated: toVoiceAssistantType(assistant) })),
    );
  }

  private async read(ctx: RequestContext, id: string, only: string | null): Promise<VoiceAssistant[]> {
    if (only !== null && id !== only) return [];
    const assistant = await this.unitOfWork.run(ctx, (tx) => this.repository.findActive(tx, id));
    return assistant ? [assistant] : [];
  }

  private async changedSince(ctx: RequestContext, since: Date, only: string | null): Promise<VoiceAssistant[]> {
    const changed = await this.unitOfWork.run(ctx, (tx) => this.repository.findChangedSince(tx, since));
    return changed.filter(({ id }) => only === null || id === only);
  }
}

function followed(assistant: VoiceAssistant): Followed {
  const { id: uuid, updatedAt, syncAt, syncState } = assistant;
  return { uuid, version: `${updatedAt.toISOString()} ${syncAt?.toISOString() ?? ''} ${syncState}`, assistant };
}
