import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';
import { blankColumns, tablesOfContacts } from './erase-statements.js';

/** Erases what the registry of personal data says is about a contact; rows that count calls and money stay. */
@Injectable()
export class ContactEraser {
  /**
   * Call it inside a unit of work.
   *
   * @returns how many rows were erased in each table that had any.
   */
  async erase(ctx: RequestContext, contactId: string): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const table of tablesOfContacts()) {
      const rows = `workspace_id = $2 AND (${table.contactRows})`;
      const change =
        table.erasing === 'delete'
          ? `DELETE FROM "${table.table}" WHERE ${rows}`
          : `UPDATE "${table.table}" SET ${blankColumns(table)} WHERE ${rows}`;
      const [result] = await sql<{ rows: number }>(
        ctx,
        `WITH changed AS (${change} RETURNING 1) SELECT count(*)::int AS rows FROM changed`,
        [contactId, ctx.workspaceId],
      );
      if (result && result.rows > 0) counts[table.table] = result.rows;
    }
    return counts;
  }
}
