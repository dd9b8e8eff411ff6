import { Injectable } from '@nestjs/common';
import { systemContext, type RequestContext } from '../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../kernel/database/index.js';
import { toGlobalId } from '../../kernel/graphql/index.js';
import { ConnectorRegistry } from '../connector.registry.js';
import { defaultName, type StoredStatus } from './connection.js';
import { connectionPrefix } from './to-connection-type.js';

/** How a connection is doing, for modules that tell people. */
export interface ConnectionState {
  id: string;
  /** As clients know it. */
  globalId: string;
  status: StoredStatus;
  /** As its owner knows it: `HubSpot`, or `HubSpot (Lyon)`. */
  label: string;
}

interface Row extends Record<string, unknown> {
  id: string;
  status: StoredStatus;
  name: string;
  integrationKey: string;
}

const expiredOrKnown = {
  name: 'connections-expired-or-known',
  text: `SELECT id, status, name, integration_key AS "integrationKey" FROM integration_connections
    WHERE workspace_id = $1 AND (status = 'EXPIRED' OR id = ANY($2::uuid[]))`,
};
const workspacesWithExpired = {
  name: 'connections-expired-workspaces',
  text: `SELECT DISTINCT workspace_id AS "workspaceId" FROM integration_connections WHERE status = 'EXPIRED'`,
};

@Injectable()
export class ConnectionStates {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: ConnectorRegistry,
  ) {}

  /** Connections of the workspace that have expired, and those of the ids, however they are doing. */
  async expiredAnd(ctx: RequestContext, ids: readonly string[]): Promise<ConnectionState[]> {
    const rows = await this.unitOfWork.run(ctx, (tx) => sql<Row>(tx, expiredOrKnown, [ctx.workspaceId, [...ids]]));
    return Promise.all(rows.map((row) => this.toState(row)));
  }

  /** For schedulers, whoever asks. */
  async workspacesWithExpired({ actor, requestId }: RequestContext): Promise<string[]> {
    const intake = systemContext({ actor: actor.id, access: 'intake', requestId });
    const rows = await this.unitOfWork.run(intake, (tx) => sql<{ workspaceId: string }>(tx, workspacesWithExpired));
    return rows.map(({ workspaceId }) => workspaceId);
  }

  private async toState({ id, status, name, integrationKey }: Row): Promise<ConnectionState> {
    const vendor = (await this.registry.find(integrationKey))?.name ?? integrationKey;
    const label = name === defaultName ? vendor : `${vendor} (${name})`;
    return { id, globalId: toGlobalId(connectionPrefix, id), status, label };
  }
}
