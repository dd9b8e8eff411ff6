import { Injectable } from '@nestjs/common';
import { AccountsFacade, OwnerMails } from '../../accounts/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { afterCommit, UnitOfWork } from '../../kernel/database/index.js';
import { LiveEvents, liveEvent } from '../../kernel/events/index.js';
import type { AlertKind, NewAlert } from './alert.js';
import { alertMail } from './alert-mail.js';
import { AlertRepository, type AlertRow, type Resolution } from './alert.repository.js';
import { alertRaised } from './alerts.events.js';

/**
 * Tells people that something is wrong, once an incident, and that it is over. Whoever finds out calls it, as often as it
 * likes; every method joins an open unit of work.
 *
 * @example
 * await this.alerts.raiseOrResolve(ctx, isBroken, { kind: 'CHAIN_BROKEN', key: assistantId, targetId, message, advice });
 */
@Injectable()
export class Alerts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: AlertRepository,
    private readonly accounts: AccountsFacade,
    private readonly mails: OwnerMails,
    private readonly live: LiveEvents,
  ) {}

  /**
   * Opens an incident, mails it to the owners and tells whoever watches. One that is open stays as it is, and one that was
   * over less than an hour after it was raised is opened again in silence.
   *
   * @returns whether people were told.
   */
  raise(ctx: RequestContext, alert: NewAlert): Promise<boolean> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const id = await this.repository.open(tx, alert, alert.at ?? new Date());
      if (id === null) return false;
      const { name } = await this.accounts.findWorkspace(tx);
      await this.repository.markMailed(tx, id, await this.mails.write(tx, alertMail(alert, name)));
      // It never fails, and nobody has to wait for it.
      afterCommit(tx, () => void this.live.publish([liveEvent(alertRaised, tx.workspaceId, { alertId: id })]));
      return true;
    });
  }

  /** @returns how many incidents are over with it. */
  resolve(ctx: RequestContext, resolution: Resolution): Promise<number> {
    return this.unitOfWork.run(ctx, (tx) => this.repository.resolve(tx, resolution));
  }

  /** @returns whether people were told. */
  async raiseOrResolve(ctx: RequestContext, isWrong: boolean, alert: NewAlert): Promise<boolean> {
    if (isWrong) return this.raise(ctx, alert);
    await this.resolve(ctx, { kind: alert.kind, key: alert.key });
    return false;
  }

  /** The newest first: those that are open, those that are over, or all. */
  list(ctx: RequestContext, isOpen: boolean | null): Promise<AlertRow[]> {
    return this.unitOfWork.run(ctx, (tx) => this.repository.list(tx, isOpen));
  }

  openOfKind(ctx: RequestContext, kind: AlertKind): Promise<AlertRow[]> {
    return this.unitOfWork.run(ctx, (tx) => this.repository.openOfKind(tx, kind));
  }

  find(ctx: RequestContext, id: string): Promise<AlertRow | null> {
    return this.unitOfWork.run(ctx, (tx) => this.repository.find(tx, id));
  }

  /** In that order. */
  raisedSince(ctx: RequestContext, since: Date): Promise<AlertRow[]> {
    return this.unitOfWork.run(ctx, (tx) => this.repository.raisedSince(tx, since));
  }

  deleteOutdated(ctx: RequestContext): Promise<void> {
    return this.unitOfWork.run(ctx, (tx) => this.repository.deleteOutdated(tx));
  }
}
