import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';
import type { ModelMessage } from '../models/language-model.js';
import type { Spoken, Turn, TurnUsage } from './turn.js';

/** A turn that is about to be answered. */
export interface OpeningTurn {
  callKey: string;
  turn: number;
  heard: string | null;
  confidence: number | null;
  language: string;
  holder: string;
  leaseMs: number;
}

/** Who answers a turn. */
export interface Hold {
  callKey: string;
  turn: number;
  holder: string;
}

/** What has come of a turn so far. */
export interface Progress {
  steps: readonly ModelMessage[];
  usage: readonly TurnUsage[];
}

type TurnRow = Omit<Turn, 'said'> & { said: string | null };

const columns = `turn, state = 'done' AS done, heard, language, said, next, fault, steps, usage, at, finished_at AS "finishedAt"`;
const key = 'workspace_id = $1 AND call_key = $2 AND turn = $3';

// A turn that is asked for again keeps what was heard first; where nobody answers it any more, whoever asks does.
const open = {
  name: 'call-turns-open',
  text: `INSERT INTO call_turns (workspace_id, call_key, turn, heard, confidence, language, holder, lease_until)
    VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp() + make_interval(secs => $8::float8 / 1000))
    ON CONFLICT (workspace_id, call_key, turn) DO UPDATE SET holder = excluded.holder, lease_until = excluded.lease_until
      WHERE call_turns.state = 'running' AND call_turns.lease_until < clock_timestamp()
    RETURNING 1`,
};
const list = {
  name: 'call-turns-list',
  text: `SELECT ${columns} FROM call_turns WHERE workspace_id = $1 AND call_key = $2 ORDER BY turn`,
};
const extend = {
  name: 'call-turns-extend',
  text: `UPDATE call_turns SET lease_until = clock_timestamp() + make_interval(secs => $5::float8 / 1000)
    WHERE ${key} AND holder = $4 AND state = 'running' RETURNING 1`,
};
const remember = {
  name: 'call-turns-remember',
  text: `UPDATE call_turns SET steps = $5::jsonb, usage = $6::jsonb WHERE ${key} AND holder = $4 RETURNING state = 'done' AS done`,
};
const finish = {
  name: 'call-turns-finish',
  text: `UPDATE call_turns SET state = 'done', finished_at = clock_timestamp(), said = $5, language = $6, next = $7::jsonb,
      fault = $8, steps = coalesce($9::jsonb, steps), usage = coalesce($10::jsonb, usage) WHERE ${key} AND ($4::uuid IS NULL OR holder = $4) AND state = 'running' RETURNING ${columns}`,
};

/** The turns of conversations, each answered by one holder at a time. Every method needs a unit of work. */
@Injectable()
export class TurnStore {
  /** @returns whether the holder is to answer it: it is new, or whoever was about to has died. */
  async open(tx: RequestContext, { callKey, turn, holder, leaseMs, ...heard }: OpeningTurn): Promise<boolean> {
    const values = [heard.heard, heard.confidence, heard.language, holder, leaseMs];
    return (await sql(tx, open, [tx.workspaceId, callKey, turn, ...values])).length === 1;
  }

  /** In order. */
  async list(tx: RequestContext, callKey: string): Promise<Turn[]> {
    const rows = await sql<TurnRow>(tx, list, [tx.workspaceId, callKey]);
    return rows.map(toTurn);
  }

  /** @returns false when somebody else holds it, or it is done. */
  async extend(tx: RequestContext, hold: Hold, leaseMs: number): Promise<boolean> {
    return (await sql(tx, extend, [...keyOf(tx, hold), leaseMs])).length === 1;
  }

  /**
   * Keeps what the model has asked for and was told; also of a turn that has been given up, since it happened.
   *
   * @returns whether the turn still waits for its answer; false for whoever does not hold it.
   */
  async remember(tx: RequestContext, hold: Hold, { steps, usage }: Progress): Promise<boolean> {
    const values = [...keyOf(tx, hold), JSON.stringify(steps), JSON.stringify(usage)];
    const [row] = await sql<{ done: boolean }>(tx, remember, values);
    return row?.done === false;
  }

  /**
   * @param hold Without a holder: whoever holds it.
   * @returns null when it had ended, or somebody else holds it.
   */
  async finish(
    tx: RequestContext,
    hold: Omit<Hold, 'holder'> & { holder: string | null },
    { said, language, next, fault, steps, usage }: Spoken & Partial<Progress>,
  ): Promise<Turn | null> {
    const progress = [steps, usage].map((each) => (each ? JSON.stringify(each) : null));
    const values = [...keyOf(tx, hold), said, language, JSON.stringify(next), fault, ...progress];
    const [row] = await sql<TurnRow>(tx, finish, values);
    return row ? toTurn(row) : null;
  }
}

function keyOf(
  tx: RequestContext,
  { callKey, turn, holder }: { callKey: string; turn: number; holder: string | null },
) {
  return [tx.workspaceId, callKey, turn, holder];
}

function toTurn(row: TurnRow): Turn {
  return { ...row, said: row.said ?? '' };
}
