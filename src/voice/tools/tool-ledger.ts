import { Injectable } from '@nestjs/common';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';
import type { CompanionStatement } from '../../webhooks/index.js';

/** A tool call as a model asked for it. */
export interface ToolCall {
  id: string;
  name: string;
  arguments: unknown;
}

/** The right to run a tool call, until it ends. */
export interface Claim {
  toolCallId: string;
  /** As PostgreSQL writes it, to the microsecond: nobody else has the same one. */
  leaseUntil: string;
}

export function isClaim(row: Record<string, unknown>): row is Record<string, unknown> & Claim {
  return typeof row.toolCallId === 'string' && typeof row.leaseUntil === 'string';
}

/** What a tool call has come to. */
export interface Answer {
  result: string | null;
  error: string | null;
}

export interface LedgerEntry extends Answer {
  [column: string]: unknown;
  done: boolean;
}

/**
 * Short, so that whoever asks again after a crash can take over while the caller still waits. When it runs out under a
 * tool that is only slow, both may run; the first to commit its result is the one that happened, the other rolls back.
 */
const longestLeaseMs = 4_000;

const find = {
  name: 'tool-ledger-find',
  text: `SELECT state = 'done' AS done, result, error FROM tool_invocations
    WHERE workspace_id = $1 AND call_key = $2 AND tool_call_id = $3`,
};
const takeOver = {
  name: 'tool-ledger-take-over',
  text: `UPDATE tool_invocations SET lease_until = clock_timestamp() + make_interval(secs => $4::float8 / 1000)
    WHERE workspace_id = $1 AND call_key = $2 AND tool_call_id = $3 AND state = 'pending' AND lease_until < clock_timestamp()
    RETURNING tool_call_id AS "toolCallId", to_json(lease_until) #>> '{}' AS "leaseUntil"`,
};
const finish = {
  name: 'tool-ledger-finish',
  text: `UPDATE tool_invocations SET state = 'done', result = $5, error = $6, duration_ms = $7, finished_at = clock_timestamp()
    WHERE workspace_id = $1 AND call_key = $2 AND tool_call_id = $3 AND state = 'pending' AND lease_until = $4::timestamptz
    RETURNING 1`,
};

const giveUp = {
  name: 'tool-ledger-give-up',
  text: `UPDATE tool_invocations SET state = 'done', error = $4, finished_at = clock_timestamp()
    WHERE workspace_id = $1 AND call_key = $2 AND tool_call_id = $3 AND state = 'pending'`,
};

/** What makes a tool call the same one. */
export interface ToolCallKey {
  callKey: string;
  toolCallId: string;
}

/** Every tool call once, by its id in its call: who runs it, and what came of it. */
@Injectable()
export class ToolLedger {
  find(ctx: RequestContext, callKey: string, toolCallId: string): Promise<LedgerEntry | undefined> {
    return sql<LedgerEntry>(ctx, find, [ctx.workspaceId, callKey, toolCallId]).then(([entry]) => entry);
  }

  /** Claims tool calls that nobody has asked for before; of the others no claim comes back. */
  async claim(
    ctx: RequestContext,
    { callKey, calls, leaseMs }: { callKey: string; calls: readonly ToolCall[]; leaseMs: number },
  ): Promise<Claim[]> {
    const { values } = claimStatement(callKey, calls, leaseMs);
    return sql<Claim & Record<string, unknown>>(ctx, claim, [ctx.workspaceId, ...values]);
  }

  /** Claims what its holder has dropped: a process that died. */
  async takeOver(
    ctx: RequestContext,
    { callKey, toolCallId, leaseMs }: { callKey: string; toolCallId: string; leaseMs: number },
  ) {
    const [claim] = await sql<Claim & Record<string, unknown>>(ctx, takeOver, [
      ctx.workspaceId,
      callKey,
      toolCallId,
      leaseMs,
    ]);
    return claim;
  }

  /** @returns false when somebody else has taken the claim over or ended it. */
  async finish(ctx: RequestContext, { callKey, claim, answer, durationMs }: Finish): Promise<boolean> {
    const key = [ctx.workspaceId, callKey, claim.toolCallId, claim.leaseUntil];
    const rows = await sql(ctx, finish, [...key, answer.result, answer.error, Math.round(durationMs)]);
    return rows.length === 1;
  }

  /** Ends a tool call whoever holds it, unless it has ended. @returns its answer, which is then the only one. */
  async giveUp(
    ctx: RequestContext,
    { callKey, toolCallId }: ToolCallKey,
    { error }: Answer,
  ): Promise<LedgerEntry | undefined> {
    await sql(ctx, giveUp, [ctx.workspaceId, callKey, toolCallId, error]);
    return this.find(ctx, callKey, toolCallId);
  }
}

interface Finish {
  callKey: string;
  claim: Claim;
  answer: Answer;
  durationMs: number;
}

/** How long a claim holds for a tool that may take this long. */
export function leaseFor(deadlineMs: number): number {
  return Math.min(deadlineMs, longestLeaseMs);
}

/** Claims tool calls in the statement that stores their event; of a call that is in the ledger already no row comes back. */
export function claimStatement(callKey: string, calls: readonly ToolCall[], leaseMs: number): CompanionStatement {
  return {
    name: 'tool-claims',
    cte: claimText,
    values: [
      callKey,
      calls.map(() => uuidv7()),
      calls.map(({ id }) => id),
      calls.map(({ name }) => name),
      calls.map((call) => JSON.stringify(call.arguments ?? {})),
      leaseMs,
    ],
  };
}

function claimText(first: number): string {
  const at = (offset: number) => `$${first + offset}`;
  return `INSERT INTO tool_invocations (id, workspace_id, call_key, tool_call_id, name, arguments, lease_until)
    SELECT c.id, $1::uuid, ${at(0)}::text, c.tool_call_id, c.name, c.arguments::jsonb,
      clock_timestamp() + make_interval(secs => ${at(5)}::float8 / 1000)
    FROM unnest(${at(1)}::uuid[], ${at(2)}::text[], ${at(3)}::text[], ${at(4)}::text[]) AS c (id, tool_call_id, name, arguments)
    ON CONFLICT (workspace_id, call_key, tool_call_id) DO NOTHING
    RETURNING tool_call_id AS "toolCallId", to_json(lease_until) #>> '{}' AS "leaseUntil"`;
}

const claim = { name: 'tool-ledger-claim', text: claimText(2) };
