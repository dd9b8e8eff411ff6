import { Injectable } from '@nestjs/common';
import { assertWorkspaceEntered } from '../../kernel/auth/index.js';
import { systemContext, type RequestContext } from '../../kernel/context/index.js';
import type { AuthMode } from '../core/auth-mode.js';
import { AppLogger } from '../../kernel/observability/index.js';
import { ConnectionAccess } from '../connections/connection-access.service.js';
import type { Connection } from '../connections/connection.js';
import { ConnectionGrants, type GrantSubject } from '../connections/connection-grants.js';
import { ConnectionTests } from '../connections/connection-tests.service.js';
import { readCredentials } from '../connections/credential-input.js';
import { ConnectionsService, type ConnectionChoice } from '../connections/connections.service.js';
import { IntegrationsService } from '../catalogue/integrations.service.js';
import { ApplicationMissing, AuthorizationDenied, AuthorizationRefused, NoSignIn } from './authorization.errors.js';
import type { StoredAuthorization } from './authorization.repository.js';
import { AuthorizationStore } from './authorization-store.js';

/** What a browser brings back from a vendor. */
export interface Callback {
  state: string;
  code: string | null;
  /** The user that the request or the browser's session here proves, where there is one. */
  userId: string | null;
}

export interface Authorized {
  connection: Connection;
  integrationName: string;
  locale: StoredAuthorization['locale'];
}

/**
 * Signing in at a vendor (RFC 6749 section 4.1, with PKCE): a state that counts once and knows for whom, where and what it
 * was given out; the code that comes back with it becomes the connection's token.
 */
@Injectable()
export class Authorizations {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly integrations: IntegrationsService,
    private readonly access: ConnectionAccess,
    private readonly grants: ConnectionGrants,
    private readonly store: AuthorizationStore,
    private readonly tests: ConnectionTests,
    private readonly log: AppLogger,
  ) {}

  /**
   * The vendor's page to open.
   *
   * @throws NoSignIn, ApplicationMissing
   */
  async start(ctx: RequestContext, choice: ConnectionChoice): Promise<string> {
    assertWorkspaceEntered(ctx);
    const { connector } = await this.connections.resolve(ctx, choice);
    const known = await this.connections.find(ctx, choice);
    const modes = connector.auth.filter(({ grant }) => grant?.authorization !== undefined);
    const mode = modes.find(({ key }) => key === known?.authMode) ?? modes[0];
    if (!mode?.grant?.authorization) throw new NoSignIn(connector.name);
    const isOfMode = known?.authMode === mode.key && known.status !== 'DISCONNECTED';
    // What works today goes on working until the person has signed in.
    const connection = { ...(isOfMode ? known : await this.prepared(ctx, choice, mode)), authMode: mode.key };
    const { values } = this.access.subject(ctx, { connection, connector });
    const application = this.grants.applicationOf(connector, mode, values);
    if (!application) throw new ApplicationMissing(connector.name);
    const started = await this.store.start(ctx, connection);
    return mode.grant.authorization.url(values, { ...started, clientId: application.clientId }).href;
  }

  /** @throws AuthorizationRefused, AuthorizationDenied, HttpFailure */
  async finish(ctx: RequestContext, { state, code, userId }: Callback): Promise<Authorized> {
    const { authorization, codeVerifier } = await this.store.take(ctx, state);
    const { connectionId, locale, redirectUri, authMode } = authorization;
    if (isOfAnother(authorization, userId)) throw new AuthorizationRefused('another user');
    if (code === null) throw new AuthorizationDenied();
    const own = contextOf(ctx, authorization);
    const connection = { ...(await this.connections.get(own, connectionId)), authMode };
    const connector = await this.integrations.get(connection.integrationKey);
    const isChanged = connection.credentialsVersion !== authorization.credentialsVersion;
    if (isChanged) throw new AuthorizationRefused('connection changed');
    const subject = this.access.subject(own, { connection, connector });
    await this.redeem(subject, { code, codeVerifier, redirectUri });
    await this.tests.begin(own, connection).catch((error: unknown) => {
      // It is connected all the same; a person can test again.
      this.log.warn('integrations.test_not_started', { connectionId, error });
    });
    return { connection, integrationName: connector.name, locale };
  }

  private async redeem(
    subject: GrantSubject,
    redemption: { code: string; codeVerifier: string; redirectUri: string },
  ): Promise<void> {
    const { connector, mode, values, tokens } = subject;
    const application = this.grants.applicationOf(connector, mode, values);
    if (!mode.grant?.authorization || !application) throw new AuthorizationRefused('connection changed');
    const grant = await mode.grant.authorization.redeem(tokens, application, { ...redemption, values });
    if (await this.grants.accept(subject, grant)) return;
    // The credentials were replaced in this very moment: nobody is to hold what nobody can use.
    await this.grants.discard(subject, grant);
    throw new AuthorizationRefused('connection changed');
  }

  /** Where a person signs in with the deployment's application, nothing was entered before. */
  private async prepared(ctx: RequestContext, choice: ConnectionChoice, mode: AuthMode): Promise<Connection> {
    const { connector } = await this.connections.resolve(ctx, choice);
    if (!this.grants.deploymentHas(connector.key)) throw new ApplicationMissing(connector.name);
    // What else the sign-in needs, such as the address of the account, has to be entered first.
    readCredentials(connector, { values: [], mode: mode.key, hasApplication: true }, null);
    return this.connections.prepare(ctx, choice, mode.key);
  }
}

/** A browser that started with a session here comes back with it; whoever proves to be somebody else is refused in any case. */
function isOfAnother({ byCookie, userId }: StoredAuthorization, proved: string | null): boolean {
  if (byCookie) return proved !== userId;
  return proved !== null && userId !== null && proved !== userId;
}

/** What follows is done for whoever began it. */
function contextOf(ctx: RequestContext, { workspaceId, actorId, userId, locale }: StoredAuthorization): RequestContext {
  const { actor, ...system } = systemContext({ actor: actorId, workspaceId, requestId: ctx.requestId });
  return { ...system, locale, actor: { ...actor, ...(userId !== null && { userId }) } };
}
