import { Injectable } from '@nestjs/common';
import { deploymentWorkspaceId, type RequestContext } from '../../../kernel/context/index.js';
import type { SealedColumn, SealedRow } from '../../../kernel/crypto/index.js';
import { sql } from '../../../kernel/database/index.js';

export interface KeyRotation {
  id: string;
  keyId: string;
  withDataKeys: boolean;
  moved: number;
  failed: number;
  /** Table and column, and the key of the last row that was gone through; null before the first. */
  doneTo: [column: string, key: string] | null;
  startedAt: Date;
  finishedAt: Date | null;
}

/** One row with sealed values: text as it stands, or a map of entries. */
export interface SealedCell {
  row: SealedRow;
  value: string | Readonly<Record<string, { sealed: string }>>;
}

const columns = `id, key_id AS "keyId", with_data_keys AS "withDataKeys", moved, failed, done_to AS "doneTo", started_at AS "startedAt",
  finished_at AS "finishedAt"`;

/** In units of work with access `vault`, whose role sees sealed values and nothing else. */
@Injectable()
export class KeyRotationRepository {
  async insert(
    ctx: RequestContext,
    rotation: Pick<KeyRotation, 'id' | 'keyId' | 'withDataKeys'>,
  ): Promise<KeyRotation> {
    const { id, keyId, withDataKeys } = rotation;
    const text = `INSERT INTO key_rotations (id, workspace_id, key_id, with_data_keys) VALUES ($1, $2, $3, $4) RETURNING ${columns}`;
    const [row] = await sql<KeyRotation>(ctx, text, [id, deploymentWorkspaceId, keyId, withDataKeys]);
    if (!row) throw new Error('The rotation that was just written did not come back.');
    return row;
  }

  async find(ctx: RequestContext, id: string): Promise<KeyRotation | null> {
    const rows = await sql<KeyRotation>(ctx, `SELECT ${columns} FROM key_rotations WHERE id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** The newest first. */
  listAcrossTenants(ctx: RequestContext): Promise<KeyRotation[]> {
    return sql<KeyRotation>(ctx, `SELECT ${columns} FROM key_rotations ORDER BY id DESC LIMIT 20`);
  }

  /** With the batch itself: a run that goes on later begins where this one ended. */
  async progress(
    ctx: RequestContext,
    id: string,
    done: { moved: number; failed: number; doneTo: [column: string, key: string] },
  ): Promise<void> {
    const text = 'UPDATE key_rotations SET moved = moved + $2, failed = failed + $3, done_to = $4 WHERE id = $1';
    await sql(ctx, text, [id, done.moved, done.failed, done.doneTo]);
  }

  async finish(ctx: RequestContext, id: string): Promise<void> {
    await sql(ctx, 'UPDATE key_rotations SET finished_at = now() WHERE id = $1', [id]);
  }

  /** How many values of a column stand under each master key, by its id. */
  async useAcrossTenants(ctx: RequestContext, column: SealedColumn): Promise<Map<string, number>> {
    const values =
      column.shape === 'text'
        ? `SELECT ${column.column} AS sealed FROM ${column.table} WHERE ${column.column} <> ''`
        : `SELECT entry.value ->> 'sealed' AS sealed FROM ${column.table}, jsonb_each(${column.column}) entry`;
    const text = `SELECT split_part(sealed, '.', 2) AS key, count(*)::int AS count FROM (${values}) v GROUP BY 1`;
    const rows = await sql<{ key: string; count: number }>(ctx, text);
    return new Map(rows.map(({ key, count }) => [key, count]));
  }

  /** The next rows of a column in order of their keys, locked, from after the one named. */
  async takeAcrossTenants(
    ctx: RequestContext,
    { table, column, key, needs, shape }: SealedColumn,
    { after, atMost }: { after: string | null; atMost: number },
  ): Promise<(SealedCell & { key: string })[]> {
    const facts = needs.map((name) => `${name}::text AS "${name}"`).join(', ');
    const filled = shape === 'text' ? `${column} <> ''` : `${column} <> '{}'`;
    const text = `SELECT ${key}::text AS "$key", ${column} AS "$value", ${facts} FROM ${table}
      WHERE ${filled} AND ($1::text IS NULL OR ${key} > $1::text::${keyType(key)}) ORDER BY ${key} LIMIT $2 FOR NO KEY UPDATE`;
    const rows = await sql<{ $key: string; $value: SealedCell['value'] } & SealedRow>(ctx, text, [after, atMost]);
    return rows.map(({ $key, $value, ...row }) => ({ key: $key, value: $value, row }));
  }

  async replaceAcrossTenants(
    ctx: RequestContext,
    { table, column, key }: SealedColumn,
    { rowKey, value }: { rowKey: string; value: SealedCell['value'] },
  ): Promise<void> {
    const text = `UPDATE ${table} SET ${column} = $2 WHERE ${key} = $1::text::${keyType(key)}`;
    await sql(ctx, text, [rowKey, typeof value === 'string' ? value : JSON.stringify(value)]);
  }
}

function keyType(key: string): string {
  return key.endsWith('_hash') ? 'bytea' : 'uuid';
}
