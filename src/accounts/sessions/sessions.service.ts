import { Injectable } from '@nestjs/common';
import { CsrfRefused, TokenRefused } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { hashToken } from '../../kernel/crypto/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { asAccounts } from '../as-accounts.js';
import { Clock } from '../clock.js';
import { AccessTokens } from './access-token.js';
import { judgeRefresh } from './refresh-rules.js';
import { SessionEnder } from './session-ender.js';
import type { SignedIn } from './session-issuer.js';
import { SessionOpener } from './session-opener.js';
import { SessionRepository, type SessionRow } from './session.repository.js';

/** Where a refresh token comes from; out of a cookie, a CSRF token must come with it. */
export type RefreshKind = { kind: 'bearer' } | { kind: 'cookie'; csrfToken: string | undefined };

/** Refreshing and signing out: what a refresh token is for. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: SessionRepository,
    private readonly opener: SessionOpener,
    private readonly ender: SessionEnder,
    private readonly tokens: AccessTokens,
    private readonly clock: Clock,
  ) {}

  /**
   * Exchanges a refresh token for new tokens.
   *
   * @throws TokenRefused when it does not hold; when it was used before, its whole family is revoked by then.
   * @throws CsrfRefused
   */
  async refresh(ctx: RequestContext, refreshToken: string, how: RefreshKind): Promise<SignedIn> {
    // Thrown outside the unit of work, which would otherwise take the revocation back.
    const renewed = await this.unitOfWork.run(asAccounts(ctx), async (tx) => {
      const session = await this.findLocked(tx, refreshToken);
      if (session?.kind !== how.kind) return null;
      this.assertSameSite(session, how);
      return this.renew(tx, session);
    });
    if (!renewed) throw new TokenRefused();
    return renewed;
  }

  /**
   * Ends the session of a refresh token, its access tokens included.
   *
   * @returns false when there was nothing to end.
   * @throws CsrfRefused
   */
  signOut(ctx: RequestContext, refreshToken: string, how: RefreshKind): Promise<boolean> {
    return this.unitOfWork.run(asAccounts(ctx), async (tx) => {
      const session = await this.findLocked(tx, refreshToken);
      if (session?.kind !== how.kind || session.revokedAt !== null) return false;
      this.assertSameSite(session, how);
      await this.ender.end(tx, session, 'session.ended');
      return true;
    });
  }

  /** The token's row as it is once nobody else changes sessions of that person. */
  private async findLocked(tx: RequestContext, refreshToken: string): Promise<SessionRow | null> {
    const tokenHash = hashToken(refreshToken);
    const session = await this.repository.findAcrossTenantsByToken(tx, tokenHash);
    if (!session) return null;
    await this.repository.lockOfUser(tx, session.userId);
    return this.repository.findAcrossTenantsByToken(tx, tokenHash);
  }

  private assertSameSite({ familyId }: SessionRow, how: RefreshKind): void {
    if (how.kind === 'cookie' && !this.tokens.matchesCsrfToken(familyId, how.csrfToken)) throw new CsrfRefused();
  }

  private async renew(tx: RequestContext, session: SessionRow): Promise<SignedIn | null> {
    const now = this.clock.now();
    const verdict = judgeRefresh(session, now);
    if (verdict === 'stolen') await this.ender.end(tx, session, 'session.reuse_detected');
    if (verdict !== 'renew') return null;
    if (session.usedAt === null) await this.repository.markUsed(tx, session.id, now);
    return this.opener.proceed(tx, session);
  }
}
