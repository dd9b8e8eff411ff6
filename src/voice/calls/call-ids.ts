import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';

const byKeys = {
  name: 'call-ids-by-keys',
  text: 'SELECT id, vapi_call_id AS key FROM calls WHERE workspace_id = $1 AND vapi_call_id = ANY($2::text[])',
};

/** Which call of ours is meant by Vapi's id of it. */
@Injectable()
export class CallIds {
  /**
   * By Vapi's ids; a call that has no row yet is missing.
   *
   * @param tx a unit of work.
   */
  async byKeys(tx: RequestContext, callKeys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (callKeys.length === 0) return new Map();
    const rows = await sql<{ id: string; key: string }>(tx, byKeys, [tx.workspaceId, callKeys]);
    return new Map(rows.map(({ id, key }) => [key, id]));
  }
}
