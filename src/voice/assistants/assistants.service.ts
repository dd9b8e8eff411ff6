import { Injectable } from '@nestjs/common';
import { AccountsFacade } from '../../accounts/index.js';
import { assertWorkspaceEntered, AuditTrail } from '../../kernel/auth/index.js';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { parseInput } from '../../kernel/errors/index.js';
import { AssistantAnnouncer } from './assistant-announcer.js';
import { AssistantClients } from './assistant-clients.js';
import { draftAssistant, reviseAssistant } from './assistant-draft.js';
import { toAssistantId } from './assistant-id.js';
import { createAssistantInput, updateAssistantInput } from './assistant-input.js';
import { AssistantToolbox } from './assistant-toolbox.js';
import { AssistantNotFound } from './assistants.errors.js';
import { VoiceAssistant } from './voice-assistant.entity.js';
import { VoiceAssistantRepository } from './voice-assistant.repository.js';

/** What owners do with their assistants. */
@Injectable()
export class AssistantsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: VoiceAssistantRepository,
    private readonly clients: AssistantClients,
    private readonly accounts: AccountsFacade,
    private readonly toolbox: AssistantToolbox,
    private readonly audit: AuditTrail,
    private readonly announcer: AssistantAnnouncer,
  ) {}

  /**
   * Makes an assistant of as little as a context. Vapi learns of it later.
   *
   * @throws InvalidInput, ToolsRefused, ClientNotFound
   */
  async create(ctx: RequestContext, input: unknown): Promise<VoiceAssistant> {
    assertWorkspaceEntered(ctx);
    const wanted = parseInput(createAssistantInput, input);
    const tools = this.toolbox.equip(wanted.tools);
    return this.unitOfWork.run(ctx, async (tx) => {
      const workspace = await this.accounts.findWorkspace(tx);
      const client = await this.clients.forNew(tx, wanted, workspace.name);
      const assistant = Object.assign(new VoiceAssistant(), {
        ...draftAssistant(wanted, { clientName: client.name, timeZone: workspace.timeZone, tools }),
        id: uuidv7(),
        workspaceId: tx.workspaceId,
        clientId: client.id,
        ownerId: ownerOf(tx),
        vapiAssistantId: null,
        vapiPhoneNumberId: null,
        syncState: 'PENDING',
        syncError: null,
        vapiBelongings: null,
        drift: null,
        syncAt: null,
        deletedAt: null,
      });
      await this.repository.save(tx, assistant);
      await this.record(tx, { action: 'assistant.created', id: assistant.id }, wanted);
      this.announcer.declared(tx, assistant.id);
      return assistant;
    });
  }

  /** @throws AssistantNotFound, InvalidInput, ToolsRefused, ClientNotFound */
  async update(ctx: RequestContext, id: string, input: unknown): Promise<VoiceAssistant> {
    assertWorkspaceEntered(ctx);
    const wanted = parseInput(updateAssistantInput, input);
    return this.unitOfWork.run(ctx, async (tx) => {
      const assistant = await this.lock(tx, id);
      const { before, after } = await this.clients.forChange(tx, wanted, assistant.clientId);
      const clientNames = { before: before.name, after: after.name };
      const tools = wanted.tools ? this.toolbox.equip(wanted.tools) : assistant.tools;
      Object.assign(assistant, reviseAssistant(assistant, wanted, { clientNames, tools }), {
        clientId: after.id,
        syncState: 'PENDING',
        syncError: null,
        drift: null,
        updatedAt: new Date(),
      });
      await this.repository.save(tx, assistant);
      await this.record(tx, { action: 'assistant.updated', id }, wanted);
      this.announcer.declared(tx, id);
      return assistant;
    });
  }

  /**
   * The assistant answers no more and is not listed; its calls stay.
   *
   * @throws AssistantNotFound
   */
  async delete(ctx: RequestContext, id: string): Promise<void> {
    assertWorkspaceEntered(ctx);
    await this.unitOfWork.run(ctx, async (tx) => {
      const assistant = await this.lock(tx, id);
      Object.assign(assistant, { active: false, deletedAt: new Date(), updatedAt: new Date(), syncState: 'PENDING' });
      await this.repository.save(tx, assistant);
      await this.audit.record(tx, { action: 'assistant.deleted', targetId: toAssistantId(id) });
      this.announcer.declared(tx, id);
    });
  }

  private async lock(ctx: RequestContext, id: string): Promise<VoiceAssistant> {
    const assistant = await this.repository.lock(ctx, id);
    if (!assistant) throw new AssistantNotFound(id);
    return assistant;
  }

  /** The log is never erased: it names the fields, not what stands in them. */
  private record(ctx: RequestContext, { action, id }: { action: string; id: string }, wanted: object): Promise<void> {
    const fields = Object.entries(wanted).flatMap(([field, value]) => (value === undefined ? [] : [field]));
    return this.audit.record(ctx, { action, targetId: toAssistantId(id), details: { fields } });
  }
}

function ownerOf({ actor }: RequestContext): string | null {
  return actor.userId ?? (actor.kind === 'user' ? actor.id : null);
}
