import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { personalTables, sql, UnitOfWork, type PersonalTable, type Retention } from '../../kernel/database/index.js';
import { blankColumns } from './erase-statements.js';

/** Small enough that one batch holds its locks for milliseconds. */
const retentionBatch = 500;

type RetainedTable = PersonalTable & { retention: Retention };

interface Keys extends Record<string, string[]> {
  workspaces: string[];
  ids: string[];
}

/** Removes what is past its `delete_after`, table by table as the registry of personal data says, in small batches. */
@Injectable()
export class RetentionSweeper {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @param ctx with access `intake`: retention runs across workspaces.
   * @param signal stops between two batches; the next run goes on.
   * @returns how many rows were blanked or deleted in each table.
   */
  async sweep(ctx: RequestContext, signal?: AbortSignal): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const table of retainedTables()) {
      let removed = retentionBatch;
      while (removed === retentionBatch && !signal?.aborted) {
        removed = await this.unitOfWork.run(ctx, (tx) => this.removeBatch(tx, table));
        counts[table.table] = (counts[table.table] ?? 0) + removed;
      }
    }
    return counts;
  }

  private async removeBatch(ctx: RequestContext, table: RetainedTable): Promise<number> {
    const { workspaces, ids } = await this.due(ctx, table);
    if (ids.length === 0) return 0;
    const batch = `("${table.table}".workspace_id, "${table.table}".id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))`;
    for (const { table: other, match } of table.retention.alongside ?? []) {
      await sql(ctx, `DELETE FROM "${other}" USING "${table.table}" WHERE ${batch} AND ${match}`, [workspaces, ids]);
    }
    const change =
      table.retention.past === 'delete'
        ? `DELETE FROM "${table.table}" WHERE ${batch}`
        : `UPDATE "${table.table}" SET ${blankColumns(table)}, delete_after = NULL WHERE ${batch}`;
    await sql(ctx, change, [workspaces, ids]);
    return ids.length;
  }

  private async due(ctx: RequestContext, { table, retention }: RetainedTable): Promise<Keys> {
    const [keys] = await sql<Keys>(
      ctx,
      `SELECT coalesce(array_agg(workspace_id::text), '{}') AS workspaces, coalesce(array_agg(id::text), '{}') AS ids
       FROM (SELECT workspace_id, id FROM "${table}" WHERE delete_after < now() AND (${retention.provided ?? 'true'})
         ORDER BY delete_after LIMIT ${retentionBatch}) AS due`,
    );
    return keys ?? { workspaces: [], ids: [] };
  }
}

function retainedTables(): RetainedTable[] {
  return personalTables().flatMap((table) =>
    table.retention === undefined ? [] : [{ ...table, retention: table.retention }],
  );
}
