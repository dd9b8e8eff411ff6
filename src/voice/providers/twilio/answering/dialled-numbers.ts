import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { systemContext } from '../../../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../../../kernel/database/index.js';

/** Whose number was dialled, and who answers there. */
export interface NumberOwner {
  [column: string]: unknown;
  workspaceId: string;
  /** Null where nobody has been chosen. */
  assistantId: string | null;
}

/** A new number is answered this much later at most. */
const lifetimeMs = 5_000;

// A line is proven to be its workspace's own. A number that is merely written down belongs to whoever wrote it first.
const find = {
  name: 'dialled-number-owner',
  text: `SELECT workspace_id AS "workspaceId", assistant_id AS "assistantId" FROM (
      SELECT 0 AS place, workspace_id, assistant_id, created_at FROM phone_lines WHERE number = $1 AND status = 'ACTIVE'
      UNION ALL
      SELECT 1, workspace_id, id, created_at FROM voice_assistants
      WHERE phone_number = $1 AND route = 'TWILIO' AND deleted_at IS NULL
    ) owners ORDER BY place, created_at LIMIT 1`,
};

/** Finds the owners of numbers, in all workspaces: whose a call is, the number says that was dialled. */
@Injectable()
export class DialledNumbers {
  readonly #known = new LRUCache<string, { owner: NumberOwner | null }>({ max: 10_000, ttl: lifetimeMs });

  constructor(private readonly unitOfWork: UnitOfWork) {}

  async ownerOf(number: string): Promise<NumberOwner | null> {
    const known = this.#known.get(number);
    if (known) return known.owner;
    const ctx = systemContext({ actor: 'voice.dialled-numbers', access: 'intake' });
    const [owner = null] = await this.unitOfWork.run(ctx, (tx) => sql<NumberOwner>(tx, find, [number]));
    this.#known.set(number, { owner });
    return owner;
  }
}
