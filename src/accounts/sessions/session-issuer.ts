import { Injectable } from '@nestjs/common';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { hashToken, newToken } from '../../kernel/crypto/index.js';
import { Clock } from '../clock.js';
import type { User } from '../users/user.entity.js';
import type { Workspace } from '../workspaces/workspace.entity.js';
import { AccessTokens } from './access-token.js';
import { refreshExpiry } from './refresh-rules.js';
import { SessionRepository, type SessionRow } from './session.repository.js';

/** What someone has after signing in, refreshing, or entering another workspace. */
export interface SignedIn {
  user: User;
  workspace: Workspace;
  sessionId: string;
  accessToken: string;
  /** When the access token expires. */
  expiresAt: Date;
  refreshToken: string;
  refreshExpiresAt: Date;
}

/** The part of a session that stays the same from one refresh token to the next. */
export type SessionFacts = Pick<SessionRow, 'familyId' | 'kind' | 'access' | 'signedInAt'>;

/** Makes the tokens of a session, the refresh token stored as a hash only. */
@Injectable()
export class SessionIssuer {
  constructor(
    private readonly repository: SessionRepository,
    private readonly tokens: AccessTokens,
    private readonly clock: Clock,
  ) {}

  async issue(tx: RequestContext, facts: SessionFacts, of: Pick<SignedIn, 'user' | 'workspace'>): Promise<SignedIn> {
    const { familyId, kind, access, signedInAt } = facts;
    const { user, workspace } = of;
    const common = { workspaceId: workspace.id, userId: user.id, access };
    const refreshToken = newToken();
    const refreshExpiresAt = refreshExpiry(signedInAt, this.clock.now());
    await this.repository.insert(tx, {
      ...common,
      id: uuidv7(),
      familyId,
      kind,
      signedInAt,
      expiresAt: refreshExpiresAt,
      tokenHash: hashToken(refreshToken),
    });
    const signed = this.tokens.sign({ ...common, sessionId: familyId, type: kind });
    return { ...signed, user, workspace, sessionId: familyId, refreshToken, refreshExpiresAt };
  }
}
