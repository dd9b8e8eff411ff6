import { Injectable } from '@nestjs/common';
import { assertWorkspaceEntered, AuditTrail } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { OnEvent } from '../../kernel/events/index.js';
import { Jobs } from '../../kernel/queue/index.js';
import { connectionConfigured, type ConnectionConfigured } from '../../integrations/index.js';
import { AssistantAnnouncer } from '../assistants/assistant-announcer.js';
import { toAssistantId } from '../assistants/assistant-id.js';
import { AssistantNotFound } from '../assistants/assistants.errors.js';
import { assistantDeclared, type AssistantDeclared } from '../assistants/assistants.events.js';
import { VoiceAssistants } from '../assistants/voice-assistants.js';
import type { VoiceAssistant } from '../assistants/voice-assistant.entity.js';
import { syncAssistantJob } from './provisioning.jobs.js';
import { SyncStates } from './sync-states.repository.js';

/** For so long an account that was not there may be remembered so. */
const knownMissingMs = 6_000;

/** Puts the jobs that bring assistants where they answer. */
@Injectable()
export class SyncOrders {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly states: SyncStates,
    private readonly assistants: VoiceAssistants,
    private readonly announcer: AssistantAnnouncer,
    private readonly audit: AuditTrail,
    private readonly jobs: Jobs,
  ) {}

  @OnEvent(assistantDeclared)
  async follow(ctx: RequestContext, { assistantId }: AssistantDeclared): Promise<void> {
    await this.jobs.add(ctx, syncAssistantJob, { assistantId });
  }

  /** What has waited for an account need not be asked for again. */
  @OnEvent(connectionConfigured)
  async connected(ctx: RequestContext, { integrationId, agentId }: ConnectionConfigured): Promise<void> {
    if (integrationId !== 'vapi' || agentId !== null) return;
    const waiting = await this.unitOfWork.run(ctx, (tx) => this.states.findPending(tx));
    for (const assistantId of waiting) {
      await this.jobs.addLater(ctx, syncAssistantJob, { payload: { assistantId }, delayMs: knownMissingMs });
    }
  }

  /** Whatever stands there now. @returns it, waiting. @throws AssistantNotFound */
  async order(ctx: RequestContext, id: string): Promise<VoiceAssistant> {
    assertWorkspaceEntered(ctx);
    const assistant = await this.unitOfWork.run(ctx, async (tx) => {
      if (!(await this.states.wait(tx, id))) throw new AssistantNotFound(id);
      await this.audit.record(tx, { action: 'assistant.sync_ordered', targetId: toAssistantId(id) });
      this.announcer.changed(tx, id);
      return this.assistants.requireActive(tx, id);
    });
    await this.jobs.add(ctx, syncAssistantJob, { assistantId: id });
    return assistant;
  }
}
