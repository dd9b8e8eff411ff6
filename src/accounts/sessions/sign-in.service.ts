import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { hashPassword, needsRehash, verifyPassword } from '../../kernel/crypto/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import { asAccounts } from '../as-accounts.js';
import type { User } from '../users/user.entity.js';
import { UserRepository } from '../users/user.repository.js';
import { signInFrom, signInToAccount } from './account-limits.js';
import { AttemptLimits } from './attempt-limits.js';
import type { SignedIn } from './session-issuer.js';
import { SessionStart } from './session-start.js';
import { SessionRepository, type SessionRow } from './session.repository.js';
import { SignInRefused } from './sessions.errors.js';

export interface SignInRequest {
  email: string;
  password: string;
  /** The client's network address. */
  address: string;
  kind: SessionRow['kind'];
}

interface KnownUser {
  user: User;
  passwordHash: string;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly sessions: SessionRepository,
    private readonly start: SessionStart,
    private readonly limits: AttemptLimits,
    private readonly log: AppLogger,
  ) {}

  /**
   * Opens a session for an e-mail address and its password. Unknown addresses get the same answer, take as long and
   * count in the same way as wrong passwords.
   *
   * @throws SignInRefused, RateLimited
   */
  async signIn(ctx: RequestContext, request: SignInRequest): Promise<SignedIn> {
    const email = request.email.trim().toLowerCase();
    await this.limits.take([signInFrom(request.address), signInToAccount(email)]);
    const known = await this.find(ctx, email);
    const proved = await verifyPassword(known?.passwordHash ?? null, request.password);
    if (!known || !proved) return this.refuse();
    const freshHash = needsRehash(known.passwordHash) ? await hashPassword(request.password) : null;
    const signedIn = await this.unitOfWork.run(asAccounts(ctx), async (tx) => {
      if (!(await this.stillHolds(tx, known))) return null;
      if (freshHash !== null) await this.users.changePasswordHash(tx, known.user.id, freshHash);
      return this.start.begin(tx, known.user, request.kind);
    });
    if (!signedIn) return this.refuse();
    await this.limits.forget(signInToAccount(email));
    return signedIn;
  }

  private find(ctx: RequestContext, email: string): Promise<KnownUser | null> {
    return this.unitOfWork.run(asAccounts(ctx), async (tx) => {
      const user = await this.users.findAcrossTenantsByEmail(tx, email);
      const passwordHash = user && (await this.users.findAcrossTenantsPasswordHash(tx, user.id));
      return user && passwordHash !== null ? { user, passwordHash } : null;
    });
  }

  /** The password may have been reset while it was being checked; then the session would outlive the reset. */
  private async stillHolds(tx: RequestContext, { user, passwordHash }: KnownUser): Promise<boolean> {
    await this.sessions.lockOfUser(tx, user.id);
    return (await this.users.findAcrossTenantsPasswordHash(tx, user.id)) === passwordHash;
  }

  private refuse(): never {
    this.log.warn('accounts.sign_in.refused');
    throw new SignInRefused();
  }
}
