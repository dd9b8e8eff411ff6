import { Injectable } from '@nestjs/common';
import { Big } from 'big.js';
import { assertWorkspaceEntered, AuditTrail } from '../../../kernel/auth/index.js';
import { uuidv7, type RequestContext } from '../../../kernel/context/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import { HttpFailure } from '../../../kernel/http/index.js';
import type { TwilioApi } from '../../providers/twilio/api/twilio-api.js';
import type { TwilioNumber } from '../../providers/twilio/api/twilio-number.js';
import { TwilioAccounts, type TwilioAccount } from '../../providers/twilio/twilio-accounts.js';
import { toLineId } from '../line-id.js';
import { LineWork } from '../line-work.js';
import { LineNotFound, NumberTaken, TwilioNotConnected } from '../lines.errors.js';
import { PhoneLineRepository } from '../phone-line.repository.js';
import { isActive, type PhoneLine } from '../phone-line.js';
import { asking } from '../platform-refusal.js';
import { isFrenchMobile } from './french-mobile.js';
import { NumberOffers } from './number-offers.service.js';
import {
  BundleNeeded,
  FrenchMobileRefused,
  NumberAlreadyInAccount,
  NumberNotOffered,
  PriceNotConfirmed,
  PriceUnknown,
  PurchaseUncertain,
} from './purchase.errors.js';

interface Purchase {
  line: PhoneLine;
  api: TwilioApi;
  maxMonthly: string;
}

/** Buys numbers: the row stands before the request, and what was asked for is looked for before it is asked for again. */
@Injectable()
export class LinePurchase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: PhoneLineRepository,
    private readonly accounts: TwilioAccounts,
    private readonly offers: NumberOffers,
    private readonly work: LineWork,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Nothing is bought above the price that was allowed. Again, it gives the same line.
   *
   * @throws FrenchMobileRefused, NumberNotOffered, NumberAlreadyInAccount, BundleNeeded, PriceUnknown, PriceNotConfirmed,
   *   PurchaseUncertain, NumberTaken, LineBusy, TwilioNotConnected, LineRefused, HttpFailure
   */
  async buy(ctx: RequestContext, { number, maxMonthly }: { number: string; maxMonthly: string }): Promise<PhoneLine> {
    assertWorkspaceEntered(ctx);
    if (isFrenchMobile(number)) throw new FrenchMobileRefused();
    const account = await this.accounts.find(ctx);
    if (!account) throw new TwilioNotConnected();
    const api = account.api('buy_number', 'urgent');
    const pending = await this.known(ctx, number);
    if (pending && isActive(pending)) return pending;
    if (!pending) await this.confirm(api, { number, maxMonthly });
    const { id } = pending ?? (await this.reserve(ctx, account, number));
    return this.work.run(ctx, id, (line) =>
      isActive(line) ? Promise.resolve(line) : this.complete(ctx, { line, api, maxMonthly }),
    );
  }

  private known(ctx: RequestContext, number: string): Promise<PhoneLine | null> {
    return this.unitOfWork.run(ctx, (tx) => this.lines.findByNumber(tx, number));
  }

  private async confirm(api: TwilioApi, { number, maxMonthly }: { number: string; maxMonthly: string }): Promise<void> {
    await asking('Twilio', async () => {
      if (await api.numbers.findByNumber(number)) throw new NumberAlreadyInAccount();
      const offer = await this.offers.find(api, number);
      if (!offer) throw new NumberNotOffered(number);
      if (offer.needsRegulatoryBundle) throw new BundleNeeded();
      if (!offer.monthly) throw new PriceUnknown();
      if (new Big(offer.monthly.amount).gt(maxMonthly)) throw new PriceNotConfirmed(offer.monthly);
    });
  }

  private reserve(ctx: RequestContext, { id: accountId }: TwilioAccount, number: string): Promise<PhoneLine> {
    const open = { number, accountId, twilioSid: null, previousSettings: null, leaseUntil: null };
    return this.unitOfWork.run(ctx, async (tx) => {
      const line = await this.lines.insert(tx, { ...open, id: uuidv7(), origin: 'BOUGHT', status: 'PENDING' });
      const own = line ?? (await this.lines.findByNumber(tx, number));
      if (!own) throw new NumberTaken();
      return own;
    });
  }

  /** A purchase that was begun before, by whoever has died since, may have been made. */
  private async complete(ctx: RequestContext, purchase: Purchase): Promise<PhoneLine> {
    const { line, api, maxMonthly } = purchase;
    const made = await asking('Twilio', () => api.numbers.findByNumber(line.number));
    if (made) return this.keep(ctx, line, made);
    try {
      await this.confirm(api, { number: line.number, maxMonthly });
      return await this.keep(ctx, line, await this.order(purchase));
    } catch (error) {
      // Else surely nothing was bought, and somebody else may have the number. What is sold no more, we may have bought.
      const isOpen = error instanceof PurchaseUncertain || error instanceof NumberNotOffered;
      if (!isOpen) await this.forget(ctx, line);
      throw error;
    }
  }

  private async order({ line, api }: Purchase): Promise<TwilioNumber> {
    try {
      return await asking('Twilio', () => api.numbers.buy(line.number, labelOf(line)));
    } catch (error) {
      if (!(error instanceof HttpFailure && error.outcomeUnknown)) throw error;
      const made = await api.numbers.findByNumber(line.number).catch(() => null);
      if (made) return made;
      throw new PurchaseUncertain(error);
    }
  }

  private keep(ctx: RequestContext, line: PhoneLine, bought: TwilioNumber): Promise<PhoneLine> {
    const { sid: twilioSid, settings: previousSettings } = bought;
    return this.unitOfWork.run(ctx, async (tx) => {
      const active = await this.lines.activate(tx, line.id, { twilioSid, previousSettings });
      if (!active) throw new LineNotFound(line.id);
      const details = { number: line.number };
      await this.audit.record(tx, { action: 'line.bought', targetId: toLineId(line.id), details });
      return active;
    });
  }

  private async forget(ctx: RequestContext, { id }: PhoneLine): Promise<void> {
    await this.unitOfWork.run(ctx, (tx) => this.lines.release(tx, id));
  }
}

/** Tells in Twilio's console what the number is for; at most 64 characters. */
function labelOf({ id }: PhoneLine): string {
  return `agent-builder ${toLineId(id)}`;
}
