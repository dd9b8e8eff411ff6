import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { hashPassword, hashToken } from '../../kernel/crypto/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { parseInput } from '../../kernel/errors/index.js';
import { toGlobalId } from '../../kernel/graphql/index.js';
import { userPrefix } from '../global-id-prefixes.js';
import { actingAs, asAccounts } from '../as-accounts.js';
import { AuditLog } from '../audit/audit-log.js';
import { Clock } from '../clock.js';
import { AccountMails } from '../mail/account-mails.js';
import { SessionRestart } from '../sessions/session-restart.js';
import type { SignedIn } from '../sessions/session-issuer.js';
import { newPassword } from './account-rules.js';
import { PasswordResetRepository } from './password-reset.repository.js';
import { UserRepository } from './user.repository.js';
import { ResetTokenRefused } from './users.errors.js';

/** The other end of a reset link: the new password. */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly resets: PasswordResetRepository,
    private readonly sessions: SessionRestart,
    private readonly mails: AccountMails,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets a new password, ends all that the user has open anywhere, and signs them in.
   *
   * @throws ResetTokenRefused
   */
  async reset(ctx: RequestContext, token: string, password: string): Promise<SignedIn> {
    const chosen = parseInput(newPassword, password, 'password');
    const accounts = asAccounts(ctx);
    const tokenHash = hashToken(token);
    // Asked before the costly hash, so that a made-up token costs nothing.
    const userId = await this.unitOfWork.run(accounts, (tx) => this.userOf(tx, tokenHash));
    const passwordHash = await hashPassword(chosen);
    return this.unitOfWork.run(accounts, async (tx) => {
      const user = await this.sessions.lock(tx, userId);
      if (!user) throw new ResetTokenRefused();
      await this.userOf(tx, tokenHash);
      await this.resets.spendAcrossTenantsOfUser(tx, user.id, this.clock.now());
      await this.users.changePasswordHash(tx, user.id, passwordHash);
      const signedIn = await this.sessions.restart(tx, user);
      await this.audit.record(actingAs(tx, user, signedIn.workspace.id), {
        action: 'user.password_reset',
        targetId: toGlobalId(userPrefix, user.id),
      });
      await this.mails.sendPasswordChanged(tx, user);
      return signedIn;
    });
  }

  private async userOf(tx: RequestContext, tokenHash: Buffer): Promise<string> {
    const userId = await this.resets.findAcrossTenantsUser(tx, tokenHash, this.clock.now());
    if (userId === null) throw new ResetTokenRefused();
    return userId;
  }
}
