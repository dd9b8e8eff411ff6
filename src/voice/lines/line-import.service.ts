import { Injectable } from '@nestjs/common';
import { assertWorkspaceEntered, AuditTrail } from '../../kernel/auth/index.js';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { TwilioAccounts, type TwilioAccount } from '../providers/twilio/twilio-accounts.js';
import type { TwilioNumber } from '../providers/twilio/api/twilio-number.js';
import { toLineId } from './line-id.js';
import {
  ImportNeedsOperator,
  LinePending,
  NumberCannotSpeak,
  NumberNotInAccount,
  NumberTaken,
  TwilioNotConnected,
} from './lines.errors.js';
import { PhoneLineRepository } from './phone-line.repository.js';
import { isActive, type PhoneLine } from './phone-line.js';
import { asking } from './platform-refusal.js';

/** Numbers that a workspace has at Twilio already. */
@Injectable()
export class LineImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: PhoneLineRepository,
    private readonly accounts: TwilioAccounts,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Takes a number that the account has, which proves whose it is. Nothing changes at Twilio; how it answers the number
   * is kept, so that it can be put back. Again, it gives the same line.
   *
   * @throws TwilioNotConnected, ImportNeedsOperator, NumberNotInAccount, NumberCannotSpeak, NumberTaken, LinePending,
   *   LineRefused, HttpFailure
   */
  async import(ctx: RequestContext, number: string): Promise<PhoneLine> {
    assertWorkspaceEntered(ctx);
    const account = await this.accounts.find(ctx);
    if (!account) throw new TwilioNotConnected();
    const known = await this.unitOfWork.run(ctx, (tx) => this.lines.findByNumber(tx, number));
    if (known && !isActive(known)) throw new LinePending();
    if (known) return known;
    if (account.shared && ctx.actor.role !== 'ADMIN') throw new ImportNeedsOperator();
    const found = await asking('Twilio', () => account.api('import_number', 'urgent').numbers.findByNumber(number));
    if (!found) throw new NumberNotInAccount(number);
    if (!found.canVoice) throw new NumberCannotSpeak();
    return this.keep(ctx, account, found);
  }

  private keep(ctx: RequestContext, { id: accountId }: TwilioAccount, found: TwilioNumber): Promise<PhoneLine> {
    const { number, sid: twilioSid, settings: previousSettings } = found;
    const from = { number, accountId, twilioSid, previousSettings, leaseUntil: null };
    return this.unitOfWork.run(ctx, async (tx) => {
      const line = await this.lines.insert(tx, { ...from, id: uuidv7(), origin: 'IMPORTED', status: 'ACTIVE' });
      // Whoever asked at the same time, or somebody else.
      const own = line ?? (await this.lines.findByNumber(tx, number));
      if (!own) throw new NumberTaken();
      if (line)
        await this.audit.record(tx, { action: 'line.imported', targetId: toLineId(line.id), details: { number } });
      return own;
    });
  }
}
