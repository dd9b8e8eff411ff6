import { Injectable } from '@nestjs/common';
import { AgentsService } from '../../agents/index.js';
import { assertWorkspaceEntered } from '../../kernel/auth/index.js';
import { Config } from '../../kernel/config/index.js';
import { systemContext, uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { ConnectorRegistry } from '../connector.registry.js';
import type { Connector } from '../core/connector.js';
import { integrationsConfig } from '../integrations.config.js';
import { ConnectionNameInvalid, ConnectionNotFound, IntegrationNotFound, NotForAgent } from '../integrations.errors.js';
import { ConnectionVault } from '../vault/connection-vault.js';
import { previewOf } from '../vault/preview.js';
import {
  defaultName,
  type Connection,
  type ConnectionKey,
  type StoredSecret,
  type StoredSetting,
} from './connection.js';
import { ConnectionChronicle } from './connection-chronicle.js';
import { ConnectionRepository, type OwnConnection } from './connection.repository.js';
import { readCredentials, type CredentialInput, type EnteredCredentials } from './credential-input.js';

const integrationKey = /^[a-z0-9-]{1,60}$/;
const connectionName = /^[^\p{Cc}\p{Cs}]{1,80}$/u;

/** How a client names a connection. */
export interface ConnectionChoice {
  /** Id or key of an agent; null or absent for a connection of the workspace. */
  agentId?: string | null | undefined;
  integrationId: string;
  name?: string | null | undefined;
}

export interface FoundConnection {
  connector: Connector;
  key: ConnectionKey;
}

/** Connections of a workspace and its agents with vendors: what is entered, sealed, listed and erased. */
@Injectable()
export class ConnectionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ConnectionRepository,
    private readonly registry: ConnectorRegistry,
    private readonly agents: AgentsService,
    private readonly vault: ConnectionVault,
    private readonly chronicle: ConnectionChronicle,
    private readonly config: Config,
  ) {}

  /** The oldest first. @throws AgentNotFound */
  async list(
    ctx: RequestContext,
    { agentId, integrationId }: { agentId?: string | null | undefined; integrationId?: string | null | undefined },
  ): Promise<Connection[]> {
    const agentKey = await this.agentKey(ctx, agentId);
    // What no connector is called, nothing is connected with.
    if (typeof integrationId === 'string' && !(await this.registry.find(integrationId))) return [];
    const filter = { agentKey, integrationKey: integrationId ?? null };
    return this.unitOfWork.run(ctx, (tx) =>
      ctx.access === 'admin' ? this.repository.listAcrossTenants(tx, filter) : this.repository.list(tx, filter),
    );
  }

  /** @throws ConnectionNotFound */
  async get(ctx: RequestContext, id: string): Promise<Connection> {
    const connection = await this.unitOfWork.run(ctx, (tx) =>
      ctx.access === 'admin' ? this.repository.findAcrossTenants(tx, id) : this.repository.find(tx, id),
    );
    if (!connection) throw new ConnectionNotFound();
    return connection;
  }

  /** The workspace's own: the oldest that works, or the oldest that is not disconnected. */
  async findOwn(ctx: RequestContext, integrationId: string): Promise<Connection | null> {
    // Who looks across workspaces has none, and must not be shown another's.
    if (ctx.access === 'admin') return null;
    const all = await this.list(ctx, { integrationId });
    const own = all.filter(({ agentKey, status }) => agentKey === null && status !== 'DISCONNECTED');
    return own.find(({ status }) => status === 'CONNECTED') ?? own[0] ?? null;
  }

  /** Whoever asks: which workspaces have connected it for themselves. For schedulers. */
  workspacesWith({ actor, requestId }: RequestContext, integrationId: string): Promise<OwnConnection[]> {
    const intake = systemContext({ actor: actor.id, access: 'intake', requestId });
    return this.unitOfWork.run(intake, (tx) => this.repository.listAcrossTenantsOwn(tx, integrationId));
  }

  /** @throws IntegrationNotFound, AgentNotFound, NotForAgent */
  async find(ctx: RequestContext, choice: ConnectionChoice): Promise<Connection | null> {
    const { key } = await this.resolve(ctx, choice);
    return this.unitOfWork.run(ctx, (tx) => this.repository.findByKey(tx, key));
  }

  /** @throws ConnectionNotFound beside what `find` throws. */
  async require(
    ctx: RequestContext,
    choice: ConnectionChoice,
  ): Promise<{ connection: Connection; connector: Connector }> {
    const { key, connector } = await this.resolve(ctx, choice);
    const connection = await this.unitOfWork.run(ctx, (tx) => this.repository.findByKey(tx, key));
    if (!connection) throw new ConnectionNotFound();
    return { connection, connector };
  }

  /**
   * Stores what was entered, sealed, in place of what was there. Fields that are left out stay as they are.
   *
   * @throws CredentialsInvalid beside what `find` throws.
   */
  async configure(
    ctx: RequestContext,
    choice: ConnectionChoice,
    credentials: Pick<EnteredCredentials, 'values' | 'mode'>,
  ): Promise<Connection> {
    assertWorkspaceEntered(ctx);
    const { key, connector } = await this.resolve(ctx, choice);
    const known = await this.unitOfWork.run(ctx, (tx) => this.repository.findByKey(tx, key));
    const hasApplication = this.config.get(integrationsConfig).oauthApplications.has(connector.key);
    const entered = { ...credentials, hasApplication };
    // Before the row is locked: what is wrong with the input is told without one.
    readCredentials(connector, entered, storedKeys(known));
    return this.unitOfWork.run(ctx, async (tx) => {
      const row = await this.repository.claim(tx, key, { id: uuidv7(), authMode: connector.auth[0].key });
      const input = readCredentials(connector, entered, storedKeys(row));
      const connection = await this.repository.configure(tx, row.id, this.merged(row, input));
      const more = { fields: [...input.given.keys()], mode: input.mode.key };
      await this.chronicle.record(tx, connection, { what: 'configured', more });
      return connection;
    });
  }

  /** Makes the connection that a person is about to sign in for, where there is none; one that is there stays as it is. */
  async prepare(ctx: RequestContext, choice: ConnectionChoice, authMode: string): Promise<Connection> {
    assertWorkspaceEntered(ctx);
    const { key } = await this.resolve(ctx, choice);
    return this.unitOfWork.run(ctx, async (tx) => {
      const row = await this.repository.claim(tx, key, { id: uuidv7(), authMode });
      if (row.status !== 'DISCONNECTED') return row;
      return this.repository.configure(tx, row.id, { authMode, settings: {}, secrets: {} });
    });
  }

  /**
   * Erases every credential; the record stays. Also those of an integration that is not offered any more.
   *
   * @returns it, and what it was until this moment.
   * @throws IntegrationNotFound, AgentNotFound, ConnectionNameInvalid, ConnectionNotFound
   */
  async erase(ctx: RequestContext, choice: ConnectionChoice): Promise<{ erased: Connection; before: Connection }> {
    assertWorkspaceEntered(ctx);
    const key = await this.keyOf(ctx, choice);
    return this.unitOfWork.run(ctx, async (tx) => {
      const before = await this.repository.lock(tx, key);
      if (!before) throw new ConnectionNotFound();
      const erased = await this.repository.erase(tx, before.id);
      await this.chronicle.record(tx, erased, { what: 'disconnected' });
      return { erased, before };
    });
  }

  /** @throws IntegrationNotFound, AgentNotFound, NotForAgent, ConnectionNameInvalid */
  async resolve(ctx: RequestContext, choice: ConnectionChoice): Promise<FoundConnection> {
    const connector = await this.registry.find(choice.integrationId);
    if (!connector) throw new IntegrationNotFound(choice.integrationId);
    const key = await this.keyOf(ctx, choice);
    const users = Object.keys(connector.agents);
    if (users.length === 0 ? key.agentKey !== null : key.agentKey === null || !users.includes(key.agentKey)) {
      throw new NotForAgent(users);
    }
    return { connector, key };
  }

  /** By what a connection is stored, whether or not there is such an integration any more. */
  private async keyOf(ctx: RequestContext, { agentId, integrationId, name }: ConnectionChoice): Promise<ConnectionKey> {
    if (!integrationKey.test(integrationId)) throw new IntegrationNotFound(integrationId);
    const agentKey = await this.agentKey(ctx, agentId);
    const given = name?.trim() ?? defaultName;
    if (!connectionName.test(given)) throw new ConnectionNameInvalid();
    return { agentKey, integrationKey: integrationId, name: given };
  }

  private async agentKey(ctx: RequestContext, agentId: string | null | undefined): Promise<string | null> {
    return typeof agentId === 'string' ? (await this.agents.get(ctx, agentId)).key : null;
  }

  private merged(row: Connection, { mode, given }: CredentialInput) {
    const updatedAt = new Date().toISOString();
    const same = row.authMode === mode.key && row.status !== 'DISCONNECTED';
    const settings = new Map<string, StoredSetting>(same ? Object.entries(row.settings) : []);
    const secrets = new Map<string, StoredSecret>(same ? Object.entries(row.secrets) : []);
    for (const { key, secret } of mode.fields) {
      const value = given.get(key);
      if (value === undefined) continue;
      const stored = secret ? secrets : settings;
      if (value === '') stored.delete(key);
      else if (!secret) settings.set(key, { value, updatedAt });
      else secrets.set(key, { sealed: this.vault.seal(row, key, value), preview: previewOf(value), updatedAt });
    }
    return { authMode: mode.key, settings: Object.fromEntries(settings), secrets: Object.fromEntries(secrets) };
  }
}

function storedKeys(row: Connection | null): { mode: string; keys: ReadonlySet<string> } | null {
  if (!row || row.status === 'DISCONNECTED') return null;
  return { mode: row.authMode, keys: new Set([...Object.keys(row.settings), ...Object.keys(row.secrets)]) };
}
