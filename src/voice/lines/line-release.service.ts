import { Injectable } from '@nestjs/common';
import { assertWorkspaceEntered, AuditTrail } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { toLineId } from './line-id.js';
import { LineRouter } from './line-router.js';
import { LineWork } from './line-work.js';
import { LinePending } from './lines.errors.js';
import { PhoneLineRepository } from './phone-line.repository.js';
import { isActive, type ActiveLine, type PhoneLine } from './phone-line.js';
import { asking } from './platform-refusal.js';
import { TwilioLines } from './vendor/twilio-lines.js';

/** Lines that a workspace gives up. */
@Injectable()
export class LineRelease {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: PhoneLineRepository,
    private readonly router: LineRouter,
    private readonly twilio: TwilioLines,
    private readonly work: LineWork,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * An imported number is answered as before and stays in its account; one that was bought here goes back to Twilio.
   *
   * @throws LineNotFound, LineBusy, LinePending, TwilioNotConnected, VapiNotConnected, LineRefused, HttpFailure
   */
  async release(ctx: RequestContext, id: string): Promise<void> {
    assertWorkspaceEntered(ctx);
    await this.work.run(ctx, id, async (line) => {
      if (!isActive(line)) return this.giveUp(ctx, line);
      await this.router.clear(ctx, line);
      if (line.origin === 'BOUGHT') await this.giveBack(ctx, line);
      await this.unitOfWork.run(ctx, async (tx) => {
        await this.lines.release(tx, id);
        if (line.assistantId !== null) await this.lines.followNumber(tx, line.assistantId, line.number);
        const details = { number: line.number, origin: line.origin };
        await this.audit.record(tx, { action: 'line.released', targetId: toLineId(id), details });
      });
    });
  }

  /** A purchase that was begun: only where Twilio has not sold the number is there nothing to pay for. */
  private async giveUp(ctx: RequestContext, line: PhoneLine): Promise<void> {
    const account = await this.twilio.account(ctx, line);
    const api = account.api('release_number', 'urgent');
    if (await asking('Twilio', () => api.numbers.findByNumber(line.number))) throw new LinePending();
    await this.unitOfWork.run(ctx, (tx) => this.lines.release(tx, line.id));
  }

  private async giveBack(ctx: RequestContext, line: ActiveLine): Promise<void> {
    const account = await this.twilio.account(ctx, line);
    await asking('Twilio', () => account.api('release_number', 'urgent').numbers.release(line.twilioSid));
  }
}
