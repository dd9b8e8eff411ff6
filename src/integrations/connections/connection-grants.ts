import { Injectable } from '@nestjs/common';
import { Config } from '../../kernel/config/index.js';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { AppError } from '../../kernel/errors/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { HttpFailure, UpstreamUnavailable } from '../../kernel/http/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import type { GrantKeeper } from '../access/connection-client.js';
import type { AccessGrant, ClientApplication, TokenService } from '../core/access-grant.js';
import type { AuthMode } from '../core/auth-mode.js';
import type { Connector } from '../core/connector.js';
import type { CredentialValues } from '../core/credential-values.js';
import { integrationsConfig } from '../integrations.config.js';
import { ConnectionChanged, Disconnected, SignInNeeded } from '../integrations.errors.js';
import { ConnectionChronicle } from './connection-chronicle.js';
import { ConnectionVault } from '../vault/connection-vault.js';
import type { Connection } from './connection.js';
import { GrantRepository } from './grant.repository.js';

const leaseSeconds = 30;
const lookEveryMs = 150;
const standardMarginMs = 60_000;

/** One connection, with what it takes to get it a token. */
export interface GrantSubject {
  ctx: RequestContext;
  connection: Connection;
  connector: Connector;
  mode: AuthMode;
  values: CredentialValues;
  tokens: TokenService;
}

interface Held {
  grant: AccessGrant | null;
  version: number;
}

/**
 * The access tokens of connections: renewed shortly before their end, by one process at a time. Who finds another at it
 * waits for what that one stores. A renewal that the vendor refuses makes the connection EXPIRED and says so.
 */
@Injectable()
export class ConnectionGrants {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: GrantRepository,
    private readonly vault: ConnectionVault,
    private readonly config: Config,
    private readonly chronicle: ConnectionChronicle,
    private readonly log: AppLogger,
  ) {}

  keeperOf(subject: GrantSubject): GrantKeeper {
    let held: Held | undefined;
    return {
      current: async () => {
        held = await this.fresh(subject, held ?? (await this.read(subject)), null);
        return held.grant ?? this.refuse(subject);
      },
      after: async (refused) => {
        const known = held ?? (await this.read(subject));
        const next = await this.fresh(subject, known, refused).catch(absentWhenRefused);
        if (next) held = next;
        return next?.grant && !same(next.grant, refused) ? next.grant : null;
      },
    };
  }

  /** Renews what the connection was read with, whether or not it is near its end. @throws HttpFailure, SignInNeeded */
  async renewEarly(subject: GrantSubject): Promise<void> {
    const held = await this.read(subject);
    const isSame = held.version === subject.connection.grantVersion;
    if (held.grant && isSame) await this.fresh(subject, held, held.grant);
  }

  /** Takes what a person's sign-in brought. @returns false when the credentials were replaced meanwhile. */
  async accept(subject: GrantSubject, grant: AccessGrant): Promise<boolean> {
    const { ctx, connection, mode } = subject;
    const { credentialsVersion } = connection;
    const row = { credentialsVersion, authMode: mode.key, ...this.rowOf(subject, grant) };
    return this.unitOfWork.run(ctx, async (tx) => {
      if (!(await this.repository.accept(tx, connection.id, row))) return false;
      await this.chronicle.record(tx, connection, { what: 'authorized', more: { mode: mode.key } });
      return true;
    });
  }

  /** Tells the vendor that a grant is over that nobody will use. What it answers changes nothing here. */
  async discard({ connection, connector, mode, values, tokens }: GrantSubject, grant: AccessGrant): Promise<void> {
    const application = this.applicationOf(connector, mode, values);
    try {
      await mode.grant?.revoke?.(tokens, { values, grant, application });
    } catch (error) {
      this.log.warn('integrations.revoke_failed', { connectionId: connection.id, error });
    }
  }

  private rowOf({ connection, mode }: GrantSubject, grant: AccessGrant) {
    const sealed = this.vault.sealGrant(connection, grant);
    return { sealed, expiresAt: grant.expiresAt ?? null, renewAfter: renewalOf(mode, grant) };
  }

  /** Stores what a vendor granted, as the newest. */
  private async store(subject: GrantSubject, grant: AccessGrant, version: number): Promise<boolean> {
    const { ctx, connection } = subject;
    const row = { version, ...this.rowOf(subject, grant) };
    const stored = await this.unitOfWork.run(ctx, (tx) => this.repository.save(tx, connection.id, row));
    if (stored) this.chronicle.changed(connection);
    return stored;
  }

  /** The user's own application, or the deployment's. */
  applicationOf(connector: Connector, mode: AuthMode, values: CredentialValues): ClientApplication | undefined {
    const declares = (key: string) => mode.fields.some((field) => field.key === key);
    if (declares('clientId') && declares('clientSecret')) {
      const [clientId, clientSecret] = [values.optionalText('clientId'), values.optionalSecret('clientSecret')];
      if (clientId !== undefined && clientSecret) return { clientId, clientSecret };
    }
    return this.config.get(integrationsConfig).oauthApplications.get(connector.key);
  }

  deploymentHas(integrationKey: string): boolean {
    return this.config.get(integrationsConfig).oauthApplications.has(integrationKey);
  }

  /** A grant that is good for a while: the one held, the one that another process stored, or a new one. */
  private async fresh(subject: GrantSubject, held: Held, refused: AccessGrant | null): Promise<Held> {
    let known = held;
    const deadline = Date.now() + leaseSeconds * 1000;
    while (Date.now() < deadline) {
      if (known.grant && !this.isOld(subject, known.grant) && !(refused && same(known.grant, refused))) return known;
      if (!this.canRenew(subject, known.grant)) {
        if (known.grant && !isOver(known.grant) && !refused) return known;
        return await this.expired(subject, known, null);
      }
      const { ctx, connection } = subject;
      const holder = uuidv7();
      const lease = { version: known.version, seconds: leaseSeconds, holder };
      if (await this.unitOfWork.run(ctx, (tx) => this.repository.lease(tx, connection.id, lease))) {
        return await this.renew(subject, known).finally(() => this.release(subject, holder));
      }
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      known = await this.read(subject);
    }
    throw new UpstreamUnavailable('TIMED_OUT', { target: subject.connector.key, method: 'POST', url: '', attempts: 1 });
  }

  private async release({ ctx, connection }: GrantSubject, holder: string): Promise<void> {
    await this.unitOfWork.run(ctx, (tx) => this.repository.release(tx, connection.id, holder));
  }

  private async renew(subject: GrantSubject, { grant, version }: Held): Promise<Held> {
    try {
      const next = await this.ask(subject, grant);
      if (!next) return await this.expired(subject, { grant, version }, null);
      if (await this.store(subject, next, version)) return { grant: next, version: version + 1 };
      await this.discard(subject, next);
      throw new ConnectionChanged();
    } catch (error) {
      if (isRefusal(error)) return await this.expired(subject, { grant, version }, error);
      // The vendor's token service is away; what is held is good for some moments yet.
      if (grant && !isOver(grant)) return { grant, version };
      throw error;
    }
  }

  private async ask({ mode, values, tokens, connector }: GrantSubject, grant: AccessGrant | null) {
    const source = mode.grant;
    if (!source) return null;
    const application = this.applicationOf(connector, mode, values);
    const renewed = grant && source.renew ? await source.renew(tokens, { values, grant, application }) : null;
    return renewed ?? (source.obtain ? await source.obtain(tokens, values) : null);
  }

  private canRenew({ mode }: GrantSubject, grant: AccessGrant | null): boolean {
    return mode.grant?.obtain !== undefined || (grant !== null && mode.grant?.renew !== undefined);
  }

  private isOld({ mode }: GrantSubject, { expiresAt }: AccessGrant): boolean {
    const margin = Math.min(mode.grant?.renewBeforeMs ?? standardMarginMs, standardMarginMs);
    return expiresAt !== undefined && expiresAt.getTime() - margin <= Date.now();
  }

  /** @throws the refusal, or SignInNeeded. */
  private async expired(subject: GrantSubject, { version, grant }: Held, refusal: unknown): Promise<never> {
    const { ctx, connection } = subject;
    if (grant) {
      const changed = await this.unitOfWork.run(ctx, (tx) => this.repository.expire(tx, connection.id, version));
      if (changed) await this.chronicle.expired({ ...ctx, tx: undefined }, connection, refusal);
    }
    // Where a person has to sign in, entering anything again would not help.
    if (refusal instanceof Error && !subject.mode.grant?.authorization) throw refusal;
    return this.refuse(subject);
  }

  private async read({ ctx, connection }: GrantSubject): Promise<Held> {
    const row = await this.unitOfWork.run(ctx, (tx) => this.repository.read(tx, connection.id));
    if (!row || row.status === 'DISCONNECTED') throw new Disconnected();
    // The token of other credentials is not for these.
    if (row.credentialsVersion !== connection.credentialsVersion) throw new ConnectionChanged();
    const { accessGrant: sealed, grantVersion: version } = row;
    return { grant: sealed === null ? null : this.vault.openGrant(connection, sealed), version };
  }

  private refuse({ connector }: GrantSubject): never {
    throw new SignInNeeded(connector.name);
  }
}

/** Null for a token that is not renewed by itself: obtained when it is needed, or never again. */
function renewalOf({ grant: source }: AuthMode, { expiresAt, refreshToken }: AccessGrant): Date | null {
  const isRenewable = refreshToken !== undefined || source?.renewBeforeMs !== undefined;
  if (!source?.renew || !expiresAt || !isRenewable) return null;
  return new Date(expiresAt.getTime() - (source.renewBeforeMs ?? standardMarginMs));
}

function same(one: AccessGrant, other: AccessGrant): boolean {
  return one.accessToken.reveal() === other.accessToken.reveal();
}

function isOver({ expiresAt }: AccessGrant): boolean {
  return expiresAt !== undefined && expiresAt.getTime() <= Date.now();
}

/** `invalid_grant` and its like come as 400 or 401: https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
function isRefusal(error: unknown): boolean {
  return error instanceof HttpFailure && (error.kind === 'credential_rejected' || error.kind === 'invalid_input');
}

/** A token that cannot be renewed leaves its request refused; a fault of ours is not hidden by that. */
function absentWhenRefused(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}
