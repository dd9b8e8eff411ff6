import { Injectable } from '@nestjs/common';
import { Config } from '../../kernel/config/index.js';
import { systemContext, type RequestContext } from '../../kernel/context/index.js';
import { Envelope, newToken, sha256, type SealBinding } from '../../kernel/crypto/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import type { Connection } from '../connections/connection.js';
import { AuthorizationRefused } from './authorization.errors.js';
import { redirectAddress } from './redirect-address.js';
import { AuthorizationRepository, type StoredAuthorization } from './authorization.repository.js';

const lifeMs = 10 * 60_000;

/** Sign-ins that are under way. */
@Injectable()
export class AuthorizationStore {
  constructor(
    private readonly repository: AuthorizationRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly envelope: Envelope,
    private readonly config: Config,
  ) {}

  async start(
    ctx: RequestContext,
    { id: connectionId, authMode, credentialsVersion }: Pick<Connection, 'id' | 'authMode' | 'credentialsVersion'>,
  ): Promise<{ state: string; codeChallenge: string; redirectUri: string }> {
    const [state, codeVerifier] = [newToken(''), newToken('')];
    const redirectUri = redirectAddress(this.config);
    const { id: actorId, userId = null, session } = ctx.actor;
    const byCookie = session?.kind === 'cookie';
    const verifier = this.envelope.seal(codeVerifier, bindingOf(ctx.workspaceId, connectionId));
    const expiresAt = new Date(Date.now() + lifeMs);
    const asked = { connectionId, authMode, credentialsVersion, actorId, userId, byCookie };
    const row = { ...asked, locale: ctx.locale, verifier, redirectUri, expiresAt };
    await this.unitOfWork.run(ctx, (tx) => this.repository.insert(tx, sha256(state), row));
    return { state, codeChallenge: sha256(codeVerifier).toString('base64url'), redirectUri };
  }

  /** @throws AuthorizationRefused for a state that is unknown, used or too old. */
  async take(
    ctx: RequestContext,
    state: string,
  ): Promise<{ authorization: StoredAuthorization; codeVerifier: string }> {
    const intake = systemContext({ actor: 'integrations.callback', access: 'intake', requestId: ctx.requestId });
    const authorization = await this.unitOfWork.run(intake, (tx) =>
      this.repository.takeAcrossTenants(tx, sha256(state)),
    );
    if (!authorization) throw new AuthorizationRefused('unknown state');
    const { workspaceId, connectionId, verifier } = authorization;
    return {
      authorization,
      codeVerifier: this.envelope.open(verifier, bindingOf(workspaceId, connectionId)).toString(),
    };
  }
}

function bindingOf(workspaceId: string, connectionId: string): SealBinding {
  return { table: 'integration_authorizations', workspaceId, recordId: connectionId, field: 'verifier' };
}
