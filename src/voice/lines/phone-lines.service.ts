import { Injectable } from '@nestjs/common';
import { systemContext, type RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { PhoneLineRepository, type LineOwner } from './phone-line.repository.js';
import type { PhoneLine } from './phone-line.js';

/** The lines of workspaces, as others read them. */
@Injectable()
export class PhoneLines {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: PhoneLineRepository,
  ) {}

  /** Those that are not released, oldest first. */
  list(ctx: RequestContext): Promise<PhoneLine[]> {
    return this.unitOfWork.run(ctx, (tx) => this.lines.list(tx));
  }

  /** A released one is found too. */
  find(ctx: RequestContext, id: string): Promise<PhoneLine | null> {
    return this.unitOfWork.run(ctx, (tx) => this.lines.find(tx, id));
  }

  /** Of an assistant, oldest first. */
  ofAssistant(ctx: RequestContext, assistantId: string): Promise<PhoneLine[]> {
    return this.unitOfWork.run(ctx, (tx) => this.lines.ofAssistant(tx, assistantId));
  }

  /** Whose number was dialled, whatever workspace that is; null for a number that nobody has. */
  ownerOf(number: string): Promise<LineOwner | null> {
    const ctx = systemContext({ actor: 'voice.line-owner', access: 'intake' });
    return this.unitOfWork.run(ctx, (tx) => this.lines.findOwnerAcrossTenants(tx, number));
  }
}
