import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { AssistantNotFound } from './assistants.errors.js';
import type { VoiceAssistant } from './voice-assistant.entity.js';
import { VoiceAssistantRepository } from './voice-assistant.repository.js';

/** Whose a platform's assistant or number is. */
export interface AssistantOwner {
  workspaceId: string;
  assistantId: string;
}

/** The owners found, by the platform's ids. */
export interface AssistantOwners {
  byAssistant: ReadonlyMap<string, AssistantOwner>;
  byPhoneNumber: ReadonlyMap<string, AssistantOwner>;
}

/** Assistants as the rest of the voice module needs them. */
@Injectable()
export class VoiceAssistants {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: VoiceAssistantRepository,
  ) {}

  /**
   * Which workspaces the platform's ids belong to; ids that nobody has are missing. A deleted assistant still owns its
   * calls, but gives way to one that lives.
   *
   * @param ctx with access `intake`: the workspace is what is being looked for.
   */
  ownersOf(
    ctx: RequestContext,
    vapiAssistantIds: readonly string[],
    vapiPhoneNumberIds: readonly string[],
  ): Promise<AssistantOwners> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const rows = await this.repository.findOwnersAcrossTenants(tx, vapiAssistantIds, vapiPhoneNumberIds);
      const byAssistant = new Map<string, AssistantOwner>();
      const byPhoneNumber = new Map<string, AssistantOwner>();
      // The best comes first: later rows must not replace it.
      for (const row of rows.reverse()) {
        const owner = { workspaceId: row.workspace_id, assistantId: row.id };
        if (row.vapi_assistant_id !== null) byAssistant.set(row.vapi_assistant_id, owner);
        if (row.vapi_phone_number_id !== null) byPhoneNumber.set(row.vapi_phone_number_id, owner);
      }
      return { byAssistant, byPhoneNumber };
    });
  }

  /** Deleted ones too: their calls still name them. In no order. */
  findByIds(ctx: RequestContext, ids: readonly string[]): Promise<VoiceAssistant[]> {
    return this.unitOfWork.run(ctx, (tx) => this.repository.findByIds(tx, ids));
  }

  /** @throws AssistantNotFound, also for one that is deleted. */
  async requireActive(ctx: RequestContext, id: string): Promise<VoiceAssistant> {
    const assistant = await this.unitOfWork.run(ctx, (tx) => this.repository.findActive(tx, id));
    if (!assistant) throw new AssistantNotFound(id);
    return assistant;
  }

  /** @throws AssistantNotFound; a deleted one is found. */
  async require(ctx: RequestContext, id: string): Promise<VoiceAssistant> {
    const [assistant] = await this.findByIds(ctx, [id]);
    if (!assistant) throw new AssistantNotFound(id);
    return assistant;
  }
}
