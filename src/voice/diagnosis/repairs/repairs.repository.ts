import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { sql, workspaceOf } from '../../../kernel/database/index.js';
import type { KeptRepair } from './repair.js';

type RepairRow = KeptRepair & Record<string, unknown>;

const columns = `id, diagnosis_id AS "diagnosisId", check_key AS "checkKey", kind, target, description, before, after, previous,
  applied_at AS "appliedAt", undone_at AS "undoneAt"`;

const insert = {
  name: 'repair-insert',
  text: `INSERT INTO connection_repairs (id, workspace_id, diagnosis_id, check_key, kind, target, description, before, after)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const ofDiagnoses = {
  name: 'repairs-of-diagnoses',
  text: `SELECT ${columns} FROM connection_repairs
    WHERE ($1::uuid IS NULL OR workspace_id = $1) AND diagnosis_id = ANY($2::uuid[])`,
};
// What was kept first is what stood there before anything was written.
const keep = {
  name: 'repair-keep',
  text: `UPDATE connection_repairs SET previous = coalesce(previous, $3) WHERE workspace_id = $1 AND id = $2`,
};
const applied = {
  name: 'repair-applied',
  text: `UPDATE connection_repairs SET applied_at = now(), undone_at = NULL WHERE workspace_id = $1 AND id = $2`,
};
const undone = {
  name: 'repair-undone',
  text: `UPDATE connection_repairs SET undone_at = now(), applied_at = NULL, previous = NULL WHERE workspace_id = $1 AND id = $2`,
};

/** The repairs that diagnoses have offered. */
@Injectable()
export class RepairsRepository {
  async offer(tx: RequestContext, repair: Omit<KeptRepair, 'previous' | 'appliedAt' | 'undoneAt'>): Promise<void> {
    const { id, diagnosisId, checkKey, kind, target, description, before, after } = repair;
    const json = [target, description, before, after].map((each) => JSON.stringify(each ?? null));
    await sql(tx, insert, [id, tx.workspaceId, diagnosisId, checkKey, kind, ...json]);
  }

  /** In no order. */
  ofDiagnoses(tx: RequestContext, diagnosisIds: readonly string[]): Promise<KeptRepair[]> {
    return sql<RepairRow>(tx, ofDiagnoses, [workspaceOf(tx), [...diagnosisIds]]);
  }

  /** Before it is carried out; what an interrupted attempt kept stays. */
  async keepPrevious(tx: RequestContext, id: string, previous: string): Promise<void> {
    await sql(tx, keep, [tx.workspaceId, id, previous]);
  }

  async noteApplied(tx: RequestContext, id: string): Promise<void> {
    await sql(tx, applied, [tx.workspaceId, id]);
  }

  async noteUndone(tx: RequestContext, id: string): Promise<void> {
    await sql(tx, undone, [tx.workspaceId, id]);
  }
}
