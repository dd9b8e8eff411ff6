import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';
import { tablesOfContacts } from './erase-statements.js';

/** Everything about one person, by table; bytes are text where they are UTF-8. */
export type ContactArchive = Record<string, Record<string, unknown>[]>;

/** Collects what the registry of personal data says is about a contact, for the person who asks for it. */
@Injectable()
export class ContactArchiver {
  /** Call it inside a unit of work. */
  async collect(ctx: RequestContext, contactId: string): Promise<ContactArchive> {
    const archive: ContactArchive = {};
    for (const { table, columns, contactRows } of tablesOfContacts()) {
      const names = Object.keys(columns);
      if (names.length === 0) continue;
      const list = names.map((name) => `"${name}"`).join(', ');
      const rows = await sql(ctx, `SELECT ${list} FROM "${table}" WHERE workspace_id = $2 AND (${contactRows})`, [
        contactId,
        ctx.workspaceId,
      ]);
      if (rows.length > 0) archive[table] = rows.map(readable);
    }
    return archive;
  }
}

function readable(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, Buffer.isBuffer(value) ? value.toString('utf8') : value]),
  );
}
