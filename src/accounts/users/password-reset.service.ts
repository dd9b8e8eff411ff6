import { Injectable } from '@nestjs/common';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { hashToken, newToken } from '../../kernel/crypto/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { asAccounts } from '../as-accounts.js';
import { Background } from '../background.js';
import { Clock } from '../clock.js';
import { AccountMails } from '../mail/account-mails.js';
import { resetFrom, resetOfAccount } from '../sessions/account-limits.js';
import { AttemptLimits } from '../sessions/attempt-limits.js';
import { PasswordResetRepository } from './password-reset.repository.js';
import { UserRepository } from './user.repository.js';

const resetLifetimeMs = 60 * 60 * 1000;

@Injectable()
export class PasswordResetService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly resets: PasswordResetRepository,
    private readonly limits: AttemptLimits,
    private readonly mails: AccountMails,
    private readonly background: Background,
    private readonly clock: Clock,
  ) {}

  /**
   * Mails a link to the owner of the address, if there is one. The answer is the same and comes as fast if there is none:
   * whatever depends on it happens after the answer, the writing of the mail included.
   */
  async request(ctx: RequestContext, email: string, address: string): Promise<true> {
    const account = email.trim().toLowerCase();
    await this.limits.take([resetFrom(address), resetOfAccount(account)]);
    this.background.start('accounts.password_reset', () => this.sendLink(ctx, account));
    return true;
  }

  private async sendLink(ctx: RequestContext, email: string): Promise<void> {
    const token = newToken();
    await this.unitOfWork.run(asAccounts(ctx), async (tx) => {
      const user = await this.users.findAcrossTenantsByEmail(tx, email);
      if (!user) return;
      const expiresAt = this.clock.in(resetLifetimeMs);
      await this.resets.insert(tx, { id: uuidv7(), userId: user.id, tokenHash: hashToken(token), expiresAt });
      await this.mails.sendPasswordReset(tx, user, { token, expiresAt });
    });
  }
}
