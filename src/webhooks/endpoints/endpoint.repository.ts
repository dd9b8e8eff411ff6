import { Injectable } from '@nestjs/common';
import { sql } from '../../kernel/database/index.js';
import type { RequestContext } from '../../kernel/context/index.js';

/** An endpoint as stored; its secrets are sealed. */
export interface EndpointRow {
  id: string;
  workspaceId: string;
  source: string;
  secret: string;
  previousSecret: string | null;
  previousValidUntil: Date | null;
  settings: unknown;
  lastEventAt: Date | null;
  createdAt: Date;
}

const columns = `id, workspace_id AS "workspaceId", source, secret, previous_secret AS "previousSecret",
  previous_valid_until AS "previousValidUntil", settings, last_event_at AS "lastEventAt", created_at AS "createdAt"`;

const list = {
  name: 'webhook-endpoints-list',
  text: `SELECT ${columns} FROM webhook_endpoints WHERE workspace_id = $1 AND deleted_at IS NULL ORDER BY created_at, id LIMIT 200`,
};
const listAcrossTenants = {
  name: 'webhook-endpoints-list-all',
  text: `SELECT ${columns} FROM webhook_endpoints WHERE deleted_at IS NULL ORDER BY created_at, id LIMIT 200`,
};
const find = {
  name: 'webhook-endpoints-find',
  text: `SELECT ${columns} FROM webhook_endpoints WHERE workspace_id = $1 AND id = $2 AND deleted_at IS NULL`,
};
const insert = {
  name: 'webhook-endpoints-insert',
  text: `INSERT INTO webhook_endpoints (id, workspace_id, source, secret, settings) VALUES ($1, $2, $3, $4, $5) RETURNING ${columns}`,
};
const rotate = {
  name: 'webhook-endpoints-rotate',
  text: `UPDATE webhook_endpoints SET previous_secret = secret, secret = $3, previous_valid_until = $4
    WHERE workspace_id = $1 AND id = $2 AND deleted_at IS NULL RETURNING ${columns}`,
};
const remove = {
  name: 'webhook-endpoints-delete',
  text: `UPDATE webhook_endpoints SET deleted_at = now(), secret = '', previous_secret = NULL
    WHERE workspace_id = $1 AND id = $2 AND deleted_at IS NULL RETURNING id`,
};

@Injectable()
export class EndpointRepository {
  list(ctx: RequestContext): Promise<EndpointRow[]> {
    return sql<EndpointRow>(ctx, list, [ctx.workspaceId]);
  }

  /** For the platform's operator, in a unit of work with access `admin`. */
  listAcrossTenants(ctx: RequestContext): Promise<EndpointRow[]> {
    return sql<EndpointRow>(ctx, listAcrossTenants);
  }

  async find(ctx: RequestContext, id: string): Promise<EndpointRow | null> {
    return (await sql<EndpointRow>(ctx, find, [ctx.workspaceId, id]))[0] ?? null;
  }

  async insert(
    ctx: RequestContext,
    row: Pick<EndpointRow, 'id' | 'source' | 'secret' | 'settings'>,
  ): Promise<EndpointRow> {
    const values = [row.id, ctx.workspaceId, row.source, row.secret, JSON.stringify(row.settings)];
    const [inserted] = await sql<EndpointRow>(ctx, insert, values);
    if (!inserted) throw new Error('The inserted endpoint did not come back.');
    return inserted;
  }

  /** @param fresh The new secret, sealed, and until when the old one counts. */
  async rotate(
    ctx: RequestContext,
    id: string,
    fresh: { secret: string; previousValidUntil: Date },
  ): Promise<EndpointRow | null> {
    const values = [ctx.workspaceId, id, fresh.secret, fresh.previousValidUntil];
    return (await sql<EndpointRow>(ctx, rotate, values))[0] ?? null;
  }

  /** Keeps the row, since events name it; erases the secrets. */
  async delete(ctx: RequestContext, id: string): Promise<boolean> {
    return (await sql(ctx, remove, [ctx.workspaceId, id])).length > 0;
  }
}
