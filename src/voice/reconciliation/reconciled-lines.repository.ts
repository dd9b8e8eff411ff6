import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../kernel/database/index.js';
import type { LineRoute } from '../lines/phone-line.js';

/** A number, and whose it is. */
export interface ReconciledLine extends Record<string, unknown> {
  workspaceId: string;
  number: string;
  routedTo: LineRoute | null;
}

const lines = {
  name: 'reconciliation-lines',
  text: `SELECT workspace_id AS "workspaceId", number, routed_to AS "routedTo" FROM phone_lines
    WHERE status = 'ACTIVE' AND account_id = $1`,
};
const workspaces = {
  name: 'reconciliation-workspaces',
  text: `SELECT workspace_id AS id FROM phone_lines WHERE status = 'ACTIVE'
    UNION SELECT workspace_id FROM voice_assistants WHERE vapi_assistant_id IS NOT NULL AND deleted_at IS NULL`,
};

/** The numbers and workspaces whose calls are compared. */
@Injectable()
export class ReconciledLines {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Those of one account at Twilio, by number; in an account of the deployment they are of many workspaces. */
  async ofAccountAcrossTenants(ctx: RequestContext, accountId: string): Promise<Map<string, ReconciledLine>> {
    const across = { ...ctx, access: 'intake' as const };
    const found = await this.unitOfWork.run(across, (tx) => sql<ReconciledLine>(tx, lines, [accountId]));
    return new Map(found.map((line) => [line.number, line]));
  }

  /** Who has a number, or an assistant at Vapi. */
  async workspacesAcrossTenants(ctx: RequestContext): Promise<string[]> {
    const across = { ...ctx, access: 'intake' as const };
    const found = await this.unitOfWork.run(across, (tx) => sql<{ id: string }>(tx, workspaces));
    return found.map(({ id }) => id);
  }
}
