import { Injectable } from '@nestjs/common';
import { systemContext } from '../../kernel/context/index.js';
import { fromAssistantId, VoiceAssistants, type ToolOwner } from '../../voice/index.js';
import { AssistantElsewhere, AssistantNotAtVapi } from './set-up.errors.js';
import type { SetUpScope } from './set-up-scope.js';

/** The assistant that gets the tools. */
export interface SetUpAssistant {
  /** Vapi’s. */
  vapiId: string;
  /** Null for one that is not declared here. */
  declared: ToolOwner | null;
}

const actor = 'calendar.set-up';

/** Finds assistants by Vapi’s ids and by ours. */
@Injectable()
export class SetUpAssistants {
  constructor(private readonly assistants: VoiceAssistants) {}

  /** @throws AssistantNotFound, AssistantNotAtVapi, AssistantElsewhere */
  async find(id: string, scope: SetUpScope): Promise<SetUpAssistant> {
    return id.startsWith('assistant_') ? this.findOwn(fromAssistantId(id), scope) : this.findAtVapi(id, scope);
  }

  private async findOwn(id: string, scope: SetUpScope): Promise<SetUpAssistant> {
    const assistant = await this.assistants.requireActive(systemContext({ actor, access: 'admin' }), id);
    assertWithin(scope, assistant.workspaceId);
    if (assistant.vapiAssistantId === null) throw new AssistantNotAtVapi(assistant.name);
    return { vapiId: assistant.vapiAssistantId, declared: assistant };
  }

  private async findAtVapi(vapiId: string, scope: SetUpScope): Promise<SetUpAssistant> {
    const { byAssistant } = await this.assistants.ownersOf(systemContext({ actor, access: 'intake' }), [vapiId], []);
    const owner = byAssistant.get(vapiId);
    if (!owner) return { vapiId, declared: null };
    assertWithin(scope, owner.workspaceId);
    const ctx = systemContext({ actor, workspaceId: owner.workspaceId });
    return { vapiId, declared: await this.assistants.require(ctx, owner.assistantId) };
  }
}

/** In the deployment’s account live the assistants of many workspaces. */
function assertWithin({ ctx, workspaceName }: SetUpScope, workspaceId: string): void {
  if (workspaceName !== null && ctx.workspaceId !== workspaceId) throw new AssistantElsewhere();
}
