import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';

export const statsGroups = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'ASSISTANT', 'CLIENT', 'OUTCOME', 'ENDED_REASON'] as const;
export type StatsGroup = (typeof statsGroups)[number];

/** From `from`, up to and without `to`, by when a call began. */
export interface Period {
  from?: Date | undefined;
  to?: Date | undefined;
}

export interface StatsQuestion extends Period {
  /** All calls in one row when absent. */
  group?: StatsGroup | undefined;
  /** All assistants when absent. */
  assistantIds?: readonly string[] | undefined;
  /** IANA; where hours, days, weeks and months begin. */
  timeZone: string;
}

/** One row of counts; averages that no call contributes to are null. */
export interface StatsRow extends Record<string, unknown> {
  /** When the hour, day, week or month begins; else null. */
  bucket: Date | null;
  /** Assistant id, client id, outcome or reason; null where a call has none. */
  key: string | null;
  calls: number;
  completed: number;
  failed: number;
  in_progress: number;
  missed: number;
  transferred: number;
  seconds: string;
  average_seconds: number | null;
  average_satisfaction: number | null;
  /** Exact sums by currency, as decimal text. */
  costs: Record<string, string>;
}

const bucketUnits: Partial<Record<StatsGroup, string>> = { HOUR: 'hour', DAY: 'day', WEEK: 'week', MONTH: 'month' };
const keyColumns: Partial<Record<StatsGroup, string>> = {
  ASSISTANT: 'assistant_id::text',
  CLIENT: 'client_id::text',
  OUTCOME: 'outcome',
  ENDED_REASON: 'ended_reason',
};

/** Counts calls in SQL: one statement, whatever the period and the grouping. */
@Injectable()
export class StatisticsRepository {
  /** With access `admin`, the calls of all workspaces. */
  count(ctx: RequestContext, question: StatsQuestion): Promise<StatsRow[]> {
    const { conditions, values, bucket } = matching(ctx, question);
    const key = question.group === undefined ? undefined : keyColumns[question.group];
    return sql<StatsRow>(
      ctx,
      `WITH matched AS (
        SELECT workspace_id, id, status, outcome, direction, duration_seconds, satisfaction, bucket, key,
          ROW(bucket, key)::text AS name
        FROM (SELECT *, ${bucket} AS bucket, ${key ?? 'NULL::text'} AS key FROM calls) AS c
        WHERE ${conditions.join(' AND ')}
      ), money AS (
        SELECT m.name, u.currency, sum(u.amount) AS amount
        FROM matched m
        JOIN usage_entries u ON u.workspace_id = m.workspace_id AND u.subject_id = m.id AND u.subject_kind = 'call'
        GROUP BY m.name, u.currency
      ), costs AS (
        SELECT name, jsonb_object_agg(currency, amount::text) AS costs FROM money GROUP BY name
      ), counts AS (
        SELECT bucket, key, name,
          count(*)::int AS calls,
          count(*) FILTER (WHERE status = 'COMPLETED')::int AS completed,
          count(*) FILTER (WHERE status = 'FAILED')::int AS failed,
          count(*) FILTER (WHERE status IN ('QUEUED', 'RINGING', 'IN_PROGRESS', 'FORWARDING'))::int AS in_progress,
          count(*) FILTER (WHERE outcome IN ('NO_ANSWER', 'BUSY', 'ABANDONED')
            AND direction IS DISTINCT FROM 'OUTBOUND')::int AS missed,
          count(*) FILTER (WHERE outcome = 'TRANSFERRED')::int AS transferred,
          coalesce(sum(duration_seconds), 0) AS seconds,
          avg(duration_seconds)::float8 AS average_seconds,
          avg(satisfaction)::float8 AS average_satisfaction
        FROM matched GROUP BY bucket, key, name
      )
      SELECT counts.*, coalesce(costs.costs, '{}') AS costs FROM counts LEFT JOIN costs USING (name)
      ORDER BY bucket, calls DESC, key`,
      values,
    );
  }
}

function matching(ctx: RequestContext, { group, from, to, assistantIds, timeZone }: StatsQuestion) {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = ['true'];
  if (ctx.access !== 'admin') conditions.push(`workspace_id = ${bind(ctx.workspaceId)}`);
  if (from) conditions.push(`began_at >= ${bind(from)}`);
  if (to) conditions.push(`began_at < ${bind(to)}`);
  if (assistantIds) conditions.push(`assistant_id = ANY(${bind([...assistantIds])}::uuid[])`);
  const unit = group === undefined ? undefined : bucketUnits[group];
  const bucket = unit === undefined ? 'NULL::timestamptz' : `date_trunc('${unit}', began_at, ${bind(timeZone)})`;
  return { conditions, values, bucket };
}
