import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql, workspaceOf } from '../../kernel/database/index.js';
import type { Diagnosis } from './diagnosis.js';

type DiagnosisRow = Diagnosis & Record<string, unknown>;

const columns = `id, assistant_id AS "assistantId", status, checks, checked_at AS "checkedAt"`;
const visible = '($1::uuid IS NULL OR workspace_id = $1)';

const insert = {
  name: 'diagnosis-insert',
  text: `INSERT INTO connection_diagnoses (id, workspace_id, assistant_id, status, checks, checked_at)
    VALUES ($1, $2, $3, $4, $5, $6)`,
};
const find = {
  name: 'diagnosis-find',
  text: `SELECT ${columns} FROM connection_diagnoses WHERE ${visible} AND id = $2`,
};
const newest = {
  name: 'diagnosis-newest',
  text: `SELECT ${columns} FROM connection_diagnoses WHERE ${visible} AND assistant_id = $2
    ORDER BY checked_at DESC, id DESC LIMIT $3`,
};
// Those that were repaired by stay: they say what was there before.
const forget = {
  name: 'diagnosis-forget',
  text: `DELETE FROM connection_diagnoses d WHERE workspace_id = $1 AND assistant_id = $2
    AND checked_at < now() - interval '90 days'
    AND NOT EXISTS (SELECT FROM connection_repairs r
      WHERE r.workspace_id = d.workspace_id AND r.diagnosis_id = d.id AND r.applied_at IS NOT NULL AND r.undone_at IS NULL)`,
};

/** Diagnoses as they are kept: for 90 days, and longer where something was repaired by them. */
@Injectable()
export class DiagnosisRepository {
  async keep(tx: RequestContext, { id, assistantId, status, checks, checkedAt }: Diagnosis): Promise<void> {
    await sql(tx, forget, [tx.workspaceId, assistantId]);
    await sql(tx, insert, [id, tx.workspaceId, assistantId, status, JSON.stringify(checks), checkedAt]);
  }

  async find(tx: RequestContext, id: string): Promise<Diagnosis | null> {
    const [row = null] = await sql<DiagnosisRow>(tx, find, [workspaceOf(tx), id]);
    return row;
  }

  /** Newest first. */
  newest(tx: RequestContext, assistantId: string, most: number): Promise<Diagnosis[]> {
    return sql<DiagnosisRow>(tx, newest, [workspaceOf(tx), assistantId, most]);
  }
}
