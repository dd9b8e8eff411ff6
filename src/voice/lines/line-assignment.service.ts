import { Injectable } from '@nestjs/common';
import { toAssistantId } from '../assistants/assistant-id.js';
import type { VoiceAssistant } from '../assistants/voice-assistant.entity.js';
import { VoiceAssistants } from '../assistants/voice-assistants.js';
import { assertWorkspaceEntered, AuditTrail } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { toLineId } from './line-id.js';
import { LineRouter } from './line-router.js';
import { LineWork } from './line-work.js';
import { LineAssigned, LineNotFound, LinePending } from './lines.errors.js';
import { PhoneLineRepository } from './phone-line.repository.js';
import { isActive, type PhoneLine } from './phone-line.js';

/** Who answers which line. */
@Injectable()
export class LineAssignment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: PhoneLineRepository,
    private readonly assistants: VoiceAssistants,
    private readonly router: LineRouter,
    private readonly work: LineWork,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Has an assistant answer a line, or nobody. Saying it again repairs what was changed at the platforms meanwhile.
   *
   * @throws LineNotFound, AssistantNotFound, LineAssigned, LinePending, LineBusy, and what `LineRouter.lead` throws
   */
  async assign(ctx: RequestContext, id: string, assistantId: string | null): Promise<PhoneLine> {
    assertWorkspaceEntered(ctx);
    const assistant = assistantId === null ? null : await this.assistants.requireActive(ctx, assistantId);
    return this.work.run(ctx, id, async (line) => {
      if (assistant) await this.assertFree(ctx, line, assistant.id);
      const assigned = await this.lead(ctx, line, assistant);
      const details = { assistant: assistantId === null ? null : toAssistantId(assistantId) };
      await this.unitOfWork.run(ctx, (tx) =>
        this.audit.record(tx, { action: 'line.assigned', targetId: toLineId(id), details }),
      );
      return assigned;
    });
  }

  /** Leads a line that is held to where its assistant answers, and writes down what came of it. */
  async lead(ctx: RequestContext, line: PhoneLine, assistant: VoiceAssistant | null): Promise<PhoneLine> {
    if (!isActive(line)) throw new LinePending();
    const led = await this.router.lead(ctx, line, assistant);
    const assistantId = assistant?.deletedAt === null ? assistant.id : null;
    return this.unitOfWork.run(ctx, async (tx) => {
      const saved = await this.lines.route(tx, line.id, { ...led, assistantId });
      if (!saved) throw new LineNotFound(line.id);
      const concerned = new Set([line.assistantId, assistantId].filter((each) => each !== null));
      for (const each of concerned) await this.lines.followNumber(tx, each, line.number);
      return saved;
    });
  }

  private async assertFree(ctx: RequestContext, line: PhoneLine, assistantId: string): Promise<void> {
    if (line.assistantId === null || line.assistantId === assistantId) return;
    const other = await this.assistants.require(ctx, line.assistantId);
    if (other.deletedAt === null) throw new LineAssigned(other.name);
  }
}
