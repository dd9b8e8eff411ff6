import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { systemContext, type RequestContext } from '../../kernel/context/index.js';
import type { ClientUse } from '../access/connection-client.js';
import { ConnectionAccess } from '../connections/connection-access.service.js';
import type { Connection } from '../connections/connection.js';
import type { OwnConnection } from '../connections/connection.repository.js';
import { ConnectionsService } from '../connections/connections.service.js';
import { ConnectorRegistry } from '../connector.registry.js';
import type { VendorClient } from '../core/vendor-client.js';
import { DeploymentAccounts } from './deployment-accounts.js';
import type { DeploymentAccountOptions, WorkspaceAccount } from './workspace-account.js';

/** So long another process may not have heard of a change. */
const keepMs = 5_000;
/** Credentials of accounts that nobody asks for leave the memory. */
const forgetMs = 10 * 60_000;

interface Recent {
  found: Promise<ConnectedAccount | null>;
  until: number;
}

/** The vendor accounts of the workspace itself: what it connected, or the deployment's own where it connected none. */
@Injectable()
export class WorkspaceAccounts {
  readonly #recent = new LRUCache<string, Recent>({ max: 5_000, ttl: forgetMs });

  constructor(
    private readonly connections: ConnectionsService,
    private readonly access: ConnectionAccess,
    private readonly registry: ConnectorRegistry,
    private readonly deployments: DeploymentAccounts,
  ) {}

  /**
   * Null when the workspace has connected none. Prefers one that works, then the oldest. What was found, or that nothing
   * was, holds for five seconds, so that a caller who waits pays no query; credentials are opened once a version.
   *
   * @throws SealBroken, SealedByUnknownKey when the credentials do not open.
   */
  find({ access, workspaceId }: RequestContext, integrationId: string): Promise<WorkspaceAccount | null> {
    if (access === 'admin') return Promise.resolve(null);
    const key = `${workspaceId} ${integrationId}`;
    const known = this.#recent.get(key);
    if (known && known.until > this.now()) return known.found;
    const found = this.read(workspaceId, integrationId, known?.found);
    const recent = { found, until: this.now() + keepMs };
    this.#recent.set(key, recent);
    found.catch(() => {
      if (this.#recent.peek(key) === recent) this.#recent.delete(key);
    });
    return found;
  }

  /**
   * An account that the operator's environment gives: the same client, paced under the deployment's budget.
   *
   * @throws Error for an integration or a way in that is not there.
   */
  deployment(options: DeploymentAccountOptions): Promise<WorkspaceAccount> {
    return this.deployments.open(options);
  }

  /** Which workspaces have connected this integration, each with the connection that `find` takes. For schedulers. */
  workspacesWith(ctx: RequestContext, integrationId: string): Promise<OwnConnection[]> {
    return this.connections.workspacesWith(ctx, integrationId);
  }

  protected now(): number {
    return Date.now();
  }

  private async read(
    workspaceId: string,
    integrationId: string,
    before: Recent['found'] | undefined,
  ): Promise<ConnectedAccount | null> {
    // Not the asker's own: what is found serves others too, and none of its work belongs into a transaction.
    const ctx = systemContext({ actor: `account.${integrationId}`, workspaceId });
    const connection = await this.connections.findOwn(ctx, integrationId);
    const connector = connection && (await this.registry.find(connection.integrationKey));
    if (!connector) return null;
    const opened = await before;
    if (opened?.isOf(connection)) return opened;
    return new ConnectedAccount(connection, this.access.open(ctx, { connection, connector }));
  }
}

class ConnectedAccount implements WorkspaceAccount {
  constructor(
    private readonly connection: Connection,
    readonly client: (use: ClientUse) => VendorClient,
  ) {}

  get id(): string {
    return this.connection.id;
  }

  get version(): number {
    return this.connection.credentialsVersion;
  }

  /** A sign-in brings a new grant for the credentials that are there, perhaps of another account or by another way in. */
  isOf({ id, credentialsVersion, authMode, grantVersion }: Connection): boolean {
    const own = this.connection;
    return (
      own.id === id &&
      own.credentialsVersion === credentialsVersion &&
      own.authMode === authMode &&
      own.grantVersion === grantVersion
    );
  }
}
