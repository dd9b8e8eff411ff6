import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { managerOf, sql } from '../../kernel/database/index.js';
import type { Position } from '../../kernel/graphql/index.js';
import { ContactIdentity, type IdentityKind } from './contact-identity.entity.js';
import { Contact } from './contact.entity.js';
import { mostIdentities } from './contact-input.js';
import { searchPatterns } from '../search-patterns.js';

/** A contact with the numbers and addresses that it is known by, oldest first. */
export interface KnownContact {
  id: string;
  name: string | null;
  emails: string[];
  /** Those of `emails` by which the person is found; the others were merely said on the telephone. */
  provenEmails: string[];
  phoneNumbers: string[];
  timeZone: string | null;
  memory: string | null;
  memoryConsent: boolean;
  createdAt: Date;
  /** `createdAt` to the microsecond, for cursors. */
  position: string;
}

export interface ContactQuery {
  search: string | undefined;
  after: Position | null;
  limit: number;
}

/** All numbers, or all addresses, of a contact. */
export interface IdentityList {
  kind: IdentityKind;
  values: readonly string[];
}

export type ContactChanges = Partial<Pick<Contact, 'name' | 'timeZone' | 'memory' | 'memoryConsent'>>;

type IdentityRow = Pick<ContactIdentity, 'contactId' | 'kind' | 'value' | 'unproven'> & Record<string, unknown>;

/** A caller waits for it, and TypeORM takes four times as long. */
const identitiesOf = {
  name: 'contacts-identities',
  text: `SELECT contact_id AS "contactId", kind, value, unproven FROM contact_identities
    WHERE contact_id = ANY($1::uuid[]) ORDER BY created_at, value`,
};

type ContactRow = Omit<KnownContact, 'emails' | 'provenEmails' | 'phoneNumbers'>;

const columns = `c.id, c.name, c.time_zone AS "timeZone", c.memory, c.memory_consent AS "memoryConsent",
  c.created_at AS "createdAt", to_char(c.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS position`;

@Injectable()
export class ContactRepository {
  /** Newest first. */
  async findPage(ctx: RequestContext, { search, after, limit }: ContactQuery): Promise<KnownContact[]> {
    const { conditions, values } = matching(ctx, search);
    if (after) {
      values.push(after.key, after.id);
      conditions.push(`(c.created_at, c.id) < ($${values.length - 1}::timestamptz, $${values.length}::uuid)`);
    }
    values.push(limit);
    const rows = await sql<ContactRow>(
      ctx,
      `SELECT ${columns} FROM contacts c WHERE ${conditions.join(' AND ')}
       ORDER BY c.created_at DESC, c.id DESC LIMIT $${values.length}`,
      values,
    );
    return this.withIdentities(ctx, rows);
  }

  async count(ctx: RequestContext, search: string | undefined): Promise<number> {
    const { conditions, values } = matching(ctx, search);
    const [row] = await sql<{ count: number }>(
      ctx,
      `SELECT count(*)::int AS count FROM contacts c WHERE ${conditions.join(' AND ')}`,
      values,
    );
    return row?.count ?? 0;
  }

  async findByIds(ctx: RequestContext, ids: readonly string[]): Promise<KnownContact[]> {
    const { conditions, values } = matching(ctx, undefined);
    values.push([...ids]);
    const text = `SELECT ${columns} FROM contacts c WHERE ${conditions.join(' AND ')} AND c.id = ANY($${values.length}::uuid[])`;
    const name = `contacts-by-ids-${ctx.access === 'admin' ? 'all' : 'own'}`;
    return this.withIdentities(ctx, await sql<ContactRow>(ctx, { name, text }, values));
  }

  async insert(ctx: RequestContext, id: string, fields: ContactChanges): Promise<void> {
    await managerOf(ctx).insert(Contact, { id, workspaceId: ctx.workspaceId, ...fields });
  }

  /** @returns false when the workspace has no such contact. Holds the row until the end of the unit of work. */
  async update(ctx: RequestContext, id: string, changes: ContactChanges): Promise<boolean> {
    const result = await managerOf(ctx).update(
      Contact,
      { workspaceId: ctx.workspaceId, id },
      { ...changes, updatedAt: new Date() },
    );
    return result.affected === 1;
  }

  /**
   * Makes the identities of one kind exactly these, all of them proven. What another contact merely said gives way: else
   * whoever says an address first would keep its owner from being found by it.
   *
   * @returns false when another contact of the workspace has one of them.
   */
  async replaceIdentities(
    ctx: RequestContext,
    contactId: string,
    { kind, values: wanted }: IdentityList,
  ): Promise<boolean> {
    const values = [ctx.workspaceId, contactId, kind, [...new Set(wanted)].sort()];
    await sql(
      ctx,
      `DELETE FROM contact_identities
       WHERE workspace_id = $1 AND contact_id = $2 AND kind = $3 AND NOT value = ANY($4::text[])`,
      values,
    );
    await sql(
      ctx,
      `INSERT INTO contact_identities (workspace_id, contact_id, kind, value)
       SELECT $1, $2, $3, value FROM unnest($4::text[]) AS wanted (value) ORDER BY value
       ON CONFLICT (workspace_id, kind, value) DO UPDATE SET contact_id = excluded.contact_id, unproven = false
         WHERE contact_identities.unproven`,
      values,
    );
    const taken = await sql(
      ctx,
      `SELECT FROM contact_identities
       WHERE workspace_id = $1 AND contact_id <> $2 AND kind = $3 AND value = ANY($4::text[])`,
      values,
    );
    return taken.length === 0;
  }

  /**
   * Keeps an address that the contact merely said, in place of the one said before, where nobody of the workspace has it.
   * Hold the contact's row.
   *
   * @returns whether the contact has it now.
   */
  async keepUnproven(ctx: RequestContext, contactId: string, email: string): Promise<boolean> {
    const values = [ctx.workspaceId, contactId, email];
    await sql(
      ctx,
      `DELETE FROM contact_identities
       WHERE workspace_id = $1 AND contact_id = $2 AND kind = 'email' AND unproven AND value <> $3`,
      values,
    );
    await sql(
      ctx,
      `INSERT INTO contact_identities (workspace_id, contact_id, kind, value, unproven)
       SELECT $1, $2, 'email', $3, true WHERE $4 > (SELECT count(*) FROM contact_identities
         WHERE workspace_id = $1 AND contact_id = $2 AND kind = 'email')
       ON CONFLICT DO NOTHING`,
      [...values, mostIdentities],
    );
    const kept = await sql(
      ctx,
      `SELECT FROM contact_identities WHERE workspace_id = $1 AND contact_id = $2 AND kind = 'email' AND value = $3`,
      values,
    );
    return kept.length > 0;
  }

  /** Children by key, after the page: a join with LIMIT is planned badly under row-level security. */
  private async withIdentities(ctx: RequestContext, rows: readonly ContactRow[]): Promise<KnownContact[]> {
    const identities = await this.identitiesOf(
      ctx,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => {
      const own = identities.filter(({ contactId }) => contactId === row.id);
      const proven = own.filter(({ unproven }) => !unproven);
      return {
        ...row,
        emails: valuesOf(own, 'email'),
        provenEmails: valuesOf(proven, 'email'),
        phoneNumbers: valuesOf(own, 'phone'),
      };
    });
  }

  private async identitiesOf(ctx: RequestContext, ids: readonly string[]): Promise<IdentityRow[]> {
    return ids.length === 0 ? [] : sql<IdentityRow>(ctx, identitiesOf, [ids]);
  }
}

function valuesOf(identities: readonly IdentityRow[], kind: IdentityKind): string[] {
  return identities.flatMap((identity) => (identity.kind === kind ? [identity.value] : []));
}

/** A platform ADMIN outside any workspace reads those of all. */
function matching(ctx: RequestContext, search: string | undefined): { conditions: string[]; values: unknown[] } {
  const values: unknown[] = [];
  const conditions: string[] = ['true'];
  const bind = (value: unknown) => `$${values.push(value)}`;
  if (ctx.access !== 'admin') conditions.push(`c.workspace_id = ${bind(ctx.workspaceId)}`);
  const patterns = searchPatterns(search);
  if (patterns) {
    const { text, digits } = patterns;
    const folded = `fold_text(${bind(text)})`;
    const known = digits === null ? 'false' : `i.value LIKE ${bind(digits)}`;
    conditions.push(`(fold_text(c.name) LIKE ${folded} OR EXISTS (SELECT FROM contact_identities i
      WHERE i.contact_id = c.id AND (i.value LIKE ${folded} OR ${known})))`);
  }
  return { conditions, values };
}
