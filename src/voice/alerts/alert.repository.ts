import { Injectable } from '@nestjs/common';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { sql, workspaceOf } from '../../kernel/database/index.js';
import type { LocalizedText } from '../../kernel/errors/index.js';
import type { AlertKind, Incident, NewAlert } from './alert.js';

export interface AlertRow {
  [column: string]: unknown;
  id: string;
  workspaceId: string;
  kind: AlertKind;
  key: string;
  targetId: string | null;
  message: LocalizedText;
  advice: LocalizedText;
  at: Date;
  resolvedAt: Date | null;
}

/** Open incidents to resolve: of one key, or of all keys that begin so. */
export interface Resolution extends Incident {
  all?: boolean;
  /** Only what was last seen before. */
  before?: Date;
}

const columns = `id, workspace_id AS "workspaceId", kind, key, target_id AS "targetId", message, advice, at,
  resolved_at AS "resolvedAt"`;
const ofIncident = 'workspace_id = $1 AND kind = $2 AND key = $3';
// What comes and goes is one incident for an hour.
const within = `at BETWEEN $4::timestamptz - interval '1 hour' AND $4::timestamptz + interval '1 hour'`;

const open = {
  name: 'alerts-open',
  text: `INSERT INTO alerts (workspace_id, kind, key, at, seen_at, id, target_id, message, advice)
    SELECT $1, $2, $3, $4, $4, $5, $6, $7, $8
    WHERE NOT EXISTS (SELECT FROM alerts WHERE ${ofIncident} AND ${within})
    ON CONFLICT (workspace_id, kind, key) WHERE resolved_at IS NULL DO NOTHING RETURNING id`,
};
const seeAgain = {
  name: 'alerts-see-again',
  text: `UPDATE alerts SET resolved_at = NULL, seen_at = greatest(seen_at, $4)
    WHERE workspace_id = $1 AND id = (SELECT id FROM alerts WHERE ${ofIncident} AND (resolved_at IS NULL OR ${within})
      ORDER BY resolved_at IS NULL DESC, at DESC LIMIT 1)`,
};
const resolve = {
  name: 'alerts-resolve',
  text: `UPDATE alerts SET resolved_at = now()
    WHERE workspace_id = $1 AND kind = $2 AND (key = $3 OR ($4 AND starts_with(key, $3)))
      AND resolved_at IS NULL AND ($5::timestamptz IS NULL OR seen_at < $5) RETURNING id`,
};
const list = {
  name: 'alerts-list',
  text: `SELECT ${columns} FROM alerts
    WHERE ($1::uuid IS NULL OR workspace_id = $1) AND ($2::boolean IS NULL OR (resolved_at IS NULL) = $2)
    ORDER BY at DESC, id DESC LIMIT 500`,
};
const openOfKind = {
  name: 'alerts-open-of-kind',
  text: `SELECT ${columns} FROM alerts WHERE workspace_id = $1 AND kind = $2 AND resolved_at IS NULL ORDER BY at, id`,
};
const find = {
  name: 'alerts-find',
  text: `SELECT ${columns} FROM alerts WHERE ($1::uuid IS NULL OR workspace_id = $1) AND id = $2`,
};
const raisedSince = {
  name: 'alerts-raised-since',
  text: `SELECT ${columns} FROM alerts WHERE ($1::uuid IS NULL OR workspace_id = $1) AND created_at >= $2
    ORDER BY created_at, id LIMIT 500`,
};
const outdated = {
  name: 'alerts-outdated',
  text: `DELETE FROM alerts WHERE workspace_id = $1 AND resolved_at < now() - interval '400 days'`,
};

/** Incidents of workspaces, open and over. */
@Injectable()
export class AlertRepository {
  /** @returns the id of a new incident; null for one that is open, or that was already told within the hour. */
  async open(
    ctx: RequestContext,
    { kind, key, targetId, message, advice }: NewAlert,
    at: Date,
  ): Promise<string | null> {
    const incident = [ctx.workspaceId, kind, key, at];
    const texts = [JSON.stringify(message), JSON.stringify(advice)];
    const [made] = await sql<{ id: string }>(ctx, open, [...incident, uuidv7(), targetId, ...texts]);
    if (made) return made.id;
    await sql(ctx, seeAgain, incident);
    return null;
  }

  async markMailed(ctx: RequestContext, id: string, owners: number): Promise<void> {
    const text = 'UPDATE alerts SET mailed_to = $3 WHERE workspace_id = $1 AND id = $2';
    await sql(ctx, { name: 'alerts-mailed', text }, [ctx.workspaceId, id, owners]);
  }

  /** @returns how many were open. */
  async resolve(ctx: RequestContext, { kind, key, all = false, before }: Resolution): Promise<number> {
    return (await sql(ctx, resolve, [ctx.workspaceId, kind, key, all, before ?? null])).length;
  }

  /** The newest first; of all workspaces for a platform ADMIN. */
  list(ctx: RequestContext, isOpen: boolean | null): Promise<AlertRow[]> {
    return sql<AlertRow>(ctx, list, [workspaceOf(ctx), isOpen]);
  }

  openOfKind(ctx: RequestContext, kind: AlertKind): Promise<AlertRow[]> {
    return sql<AlertRow>(ctx, openOfKind, [ctx.workspaceId, kind]);
  }

  async find(ctx: RequestContext, id: string): Promise<AlertRow | null> {
    const [row = null] = await sql<AlertRow>(ctx, find, [workspaceOf(ctx), id]);
    return row;
  }

  raisedSince(ctx: RequestContext, since: Date): Promise<AlertRow[]> {
    return sql<AlertRow>(ctx, raisedSince, [workspaceOf(ctx), since]);
  }

  /** What has long been over. */
  async deleteOutdated(ctx: RequestContext): Promise<void> {
    await sql(ctx, outdated, [ctx.workspaceId]);
  }
}
