import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';
import type { CheckedMember } from './calendar-member.js';

const columns = `contact_id AS "contactId", state, member_id AS "memberId", emails_digest AS "emailsDigest",
  checked_at AS "checkedAt"`;

const findOfAccount = {
  name: 'calendar-members-of-account',
  text: `SELECT ${columns} FROM calendar_members
    WHERE workspace_id = $1 AND account_id = $2 AND contact_id = ANY($3::uuid[])`,
};

const findAcrossTenants = {
  name: 'calendar-members-across-tenants',
  text: `SELECT DISTINCT ON (contact_id) ${columns} FROM calendar_members
    WHERE contact_id = ANY($1::uuid[]) ORDER BY contact_id, checked_at DESC`,
};

const store = {
  name: 'calendar-members-store',
  text: `INSERT INTO calendar_members (workspace_id, account_id, contact_id, state, member_id, emails_digest, checked_at)
    SELECT $1, $2, contact_id, state, member_id, emails_digest, now()
    FROM unnest($3::uuid[], $4::text[], $5::integer[], $6::text[]) AS s (contact_id, state, member_id, emails_digest)
    ORDER BY contact_id
    ON CONFLICT (workspace_id, contact_id, account_id) DO UPDATE SET state = excluded.state,
      member_id = excluded.member_id, emails_digest = excluded.emails_digest, checked_at = excluded.checked_at`,
};

@Injectable()
export class CalendarMemberRepository {
  find(ctx: RequestContext, accountId: string, contactIds: readonly string[]): Promise<CheckedMember[]> {
    return sql<CheckedMember>(ctx, findOfAccount, [ctx.workspaceId, accountId, contactIds]);
  }

  /** For a platform ADMIN, who reads all workspaces: what was last known of each. */
  findAcrossTenants(ctx: RequestContext, contactIds: readonly string[]): Promise<CheckedMember[]> {
    return sql<CheckedMember>(ctx, findAcrossTenants, [contactIds]);
  }

  async store(
    ctx: RequestContext,
    accountId: string,
    checked: readonly Omit<CheckedMember, 'checkedAt'>[],
  ): Promise<void> {
    if (checked.length === 0) return;
    await sql(ctx, store, [
      ctx.workspaceId,
      accountId,
      checked.map(({ contactId }) => contactId),
      checked.map(({ state }) => state),
      checked.map(({ memberId }) => memberId),
      checked.map(({ emailsDigest }) => emailsDigest),
    ]);
  }
}
