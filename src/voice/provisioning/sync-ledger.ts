import { Injectable } from '@nestjs/common';
import { AccountsFacade } from '../../accounts/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { AppError, inLocale, toLocale } from '../../kernel/errors/index.js';
import { HttpFailure } from '../../kernel/http/index.js';
import { AssistantAnnouncer } from '../assistants/assistant-announcer.js';
import type { VoiceAssistant } from '../assistants/voice-assistant.entity.js';
import { SyncStates, type Settlement, type Standing } from './sync-states.repository.js';

/** Long enough for what platforms say, short enough to be read. */
const longestWords = 1_000;

/** Notes what has come of looking after assistants, and tells who watches them. */
@Injectable()
export class SyncLedger {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly states: SyncStates,
    private readonly announcer: AssistantAnnouncer,
    private readonly accounts: AccountsFacade,
  ) {}

  /** Nothing where the assistant was declared otherwise since it was read: its next turn settles it. */
  async settle(ctx: RequestContext, assistant: VoiceAssistant, settlement: Settlement): Promise<void> {
    await this.unitOfWork.run(ctx, async (tx) => {
      if (await this.states.settle(tx, assistant, settlement)) this.announcer.changed(tx, assistant.id);
    });
  }

  async stand(ctx: RequestContext, assistant: VoiceAssistant, standing: Standing): Promise<void> {
    await this.unitOfWork.run(ctx, (tx) => this.states.stand(tx, assistant.id, standing));
    Object.assign(assistant, { vapiAssistantId: standing.vapiAssistantId, vapiBelongings: standing.belongings });
  }

  /** In the language of the workspace, with what the platform said. */
  async refuse(
    ctx: RequestContext,
    assistant: VoiceAssistant,
    { state, error }: { state: 'PENDING' | 'FAILED'; error: AppError },
  ): Promise<void> {
    const { locale } = await this.unitOfWork.run(ctx, (tx) => this.accounts.findWorkspace(tx));
    const said = error instanceof HttpFailure ? error.platformSaid().message : undefined;
    const words = inLocale(error.safeMessage, toLocale(locale));
    const text = said === undefined ? words : `${words} Vapi : ${said}`;
    await this.settle(ctx, assistant, { state, error: text.slice(0, longestWords), drift: null });
  }
}
