import { Injectable } from '@nestjs/common';
import type { VoiceAssistant } from '../assistants/voice-assistant.entity.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { LineAssignment } from './line-assignment.service.js';
import { LineAssignments } from './line-assignments.js';
import { LineWork } from './line-work.js';
import { PhoneLineRepository } from './phone-line.repository.js';
import type { PhoneLine } from './phone-line.js';

/** The lines of assistants, and the one whose number an assistant was only given as a text. */
@Injectable()
export class AssistantLines extends LineAssignments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: PhoneLineRepository,
    private readonly assignment: LineAssignment,
    private readonly work: LineWork,
  ) {
    super();
  }

  override async assign(ctx: RequestContext, assistant: VoiceAssistant): Promise<void> {
    const lines = await this.unitOfWork.run(ctx, (tx) => this.linesFor(tx, assistant));
    for (const { id } of lines) {
      await this.work.run(ctx, id, async (line) => {
        // It may have become somebody else's since.
        const isIts = line.assistantId === null || line.assistantId === assistant.id;
        if (isIts) await this.assignment.lead(ctx, line, assistant);
      });
    }
  }

  private async linesFor(tx: RequestContext, { id, phoneNumber, deletedAt }: VoiceAssistant): Promise<PhoneLine[]> {
    const assigned = await this.lines.ofAssistant(tx, id);
    const wanted = phoneNumber === null || deletedAt !== null ? null : await this.lines.findByNumber(tx, phoneNumber);
    const isFree = wanted?.status === 'ACTIVE' && wanted.assistantId === null;
    return isFree ? [...assigned, wanted] : assigned;
  }
}
