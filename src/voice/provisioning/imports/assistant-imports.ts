import { Injectable } from '@nestjs/common';
import { AccountsFacade, type WorkspaceFacts } from '../../../accounts/index.js';
import { assertWorkspaceEntered, AuditTrail } from '../../../kernel/auth/index.js';
import { uuidv7, type RequestContext } from '../../../kernel/context/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import { AssistantClients } from '../../assistants/assistant-clients.js';
import { toAssistantId } from '../../assistants/assistant-id.js';
import { OwnTools } from '../../assistants/own-tools.js';
import { VoiceAssistant } from '../../assistants/voice-assistant.entity.js';
import { AssistantRows } from './assistant-rows.js';
import { ImportableAssistants, type Importable } from './importable-assistants.js';
import { readAssistant } from './read-assistant.js';

/** Declares assistants that stand at Vapi already. */
@Injectable()
export class AssistantImports {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountsFacade,
    private readonly importable: ImportableAssistants,
    private readonly clients: AssistantClients,
    private readonly ownTools: OwnTools,
    private readonly rows: AssistantRows,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Nothing is written at Vapi: how it differs from what this server would make of it is noted with it.
   *
   * @throws VapiNotConnected, ImportFromSharedAccount, VapiAssistantMissing, VapiModelMissing, AlreadyImported, HttpFailure
   */
  async run(ctx: RequestContext, vapiAssistantId: string): Promise<VoiceAssistant> {
    assertWorkspaceEntered(ctx);
    const found = await this.importable.find(ctx, vapiAssistantId);
    return this.unitOfWork.run(ctx, async (tx) => {
      const assistant = await this.declare(tx, found, await this.accounts.findWorkspace(tx));
      const drift = this.importable.compare(assistant, found);
      Object.assign(assistant, {
        drift: drift.length > 0 ? drift : null,
        syncState: drift.length > 0 ? 'DRIFTED' : 'SYNCED',
      });
      await this.rows.insert(tx, assistant);
      await this.audit.record(tx, {
        action: 'assistant.imported',
        targetId: toAssistantId(assistant.id),
        details: { vapiAssistantId },
      });
      return assistant;
    });
  }

  private async declare(
    tx: RequestContext,
    { live, account }: Importable,
    workspace: WorkspaceFacts,
  ): Promise<VoiceAssistant> {
    const { name: clientName, timeZone } = workspace;
    const client = await this.clients.forNew(tx, {}, clientName);
    const ownTools = new Set(this.ownTools.list().map(({ key }) => key));
    const { fields, given } = readAssistant(live, {
      tools: account.tools,
      ownTools,
      clientName: client.name,
      timeZone,
    });
    const { actor } = tx;
    return Object.assign(new VoiceAssistant(), {
      ...fields,
      id: uuidv7(),
      workspaceId: tx.workspaceId,
      clientId: client.id,
      ownerId: actor.userId ?? (actor.kind === 'user' ? actor.id : null),
      vapiAssistantId: live.id,
      vapiPhoneNumberId: null,
      vapiBelongings: { paths: [], tools: given.map((tool) => ({ ...tool, made: false })) },
      syncError: null,
      syncAt: new Date(),
      deletedAt: null,
    });
  }
}
