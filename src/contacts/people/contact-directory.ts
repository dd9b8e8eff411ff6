import { Injectable } from '@nestjs/common';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';
import type { IdentityKind } from './contact-identity.entity.js';

/** A number or an address seen on a call, a booking or an import. */
export interface SeenIdentity {
  kind: IdentityKind;
  /** E.164, or an e-mail address. */
  value: string;
  /** The person's name, where the platform gave one; it never replaces a known name. */
  name?: string | null | undefined;
}

interface FoundRow {
  kind: string;
  value: string;
  contact_id: string;
  unnamed: boolean;
}

// Rows that another transaction inserts meanwhile are in neither branch: DO NOTHING waits for it, and the snapshot of
// this statement is older than its commit. The order of the keys is the same for all, so that nobody waits in a circle.
const findOrCreate = {
  name: 'contacts-find-or-create',
  text: `WITH seen AS (
      SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::uuid[]) AS s (kind, value, name, new_id)
    ), claimed AS (
      INSERT INTO contact_identities (workspace_id, kind, value, contact_id)
      SELECT $1, kind, value, new_id FROM seen ORDER BY kind, value
      ON CONFLICT DO NOTHING
      RETURNING kind, value, contact_id
    ), made AS (
      INSERT INTO contacts (id, workspace_id, name)
      SELECT seen.new_id, $1, seen.name FROM claimed JOIN seen ON seen.new_id = claimed.contact_id
    )
    SELECT kind, value, contact_id, false AS unnamed FROM claimed
    UNION ALL
    SELECT i.kind, i.value, i.contact_id, c.name IS NULL FROM seen
      JOIN contact_identities i ON i.workspace_id = $1 AND i.kind = seen.kind AND i.value = seen.value AND NOT i.unproven
      JOIN contacts c ON c.workspace_id = $1 AND c.id = i.contact_id`,
};

const find = {
  name: 'contacts-find',
  text: `SELECT i.kind, i.value, i.contact_id, c.name IS NULL AS unnamed
    FROM unnest($2::text[], $3::text[]) AS seen (kind, value)
    JOIN contact_identities i ON i.workspace_id = $1 AND i.kind = seen.kind AND i.value = seen.value AND NOT i.unproven
    JOIN contacts c ON c.workspace_id = $1 AND c.id = i.contact_id`,
};

// An address that a caller merely said, on a booking: the booking is somebody else's for all that is known, so that the
// address becomes that of a new contact, and the caller has it no more. The new contact is known by nothing but it, and no
// caller is identified by an address alone: nobody gets to see anything by having said it, before the booking or after.
// That Cal.com has not verified it either does no harm for the same reason.
const takeOver = {
  name: 'contacts-take-over',
  text: `WITH seen AS (
      SELECT s.* FROM unnest($2::text[], $3::text[], $4::text[], $5::uuid[]) AS s (kind, value, name, new_id)
      JOIN contact_identities i ON i.workspace_id = $1 AND i.kind = s.kind AND i.value = s.value AND i.unproven
      ORDER BY kind, value FOR UPDATE OF i
    ), taken AS (
      UPDATE contact_identities i SET contact_id = seen.new_id, unproven = false FROM seen
      WHERE i.workspace_id = $1 AND i.kind = seen.kind AND i.value = seen.value AND i.unproven
      RETURNING i.kind, i.value, i.contact_id
    ), made AS (
      INSERT INTO contacts (id, workspace_id, name)
      SELECT seen.new_id, $1, seen.name FROM taken JOIN seen ON seen.new_id = taken.contact_id
    )
    SELECT kind, value, contact_id, false AS unnamed FROM taken`,
};

const nameThem = {
  name: 'contacts-name',
  text: `UPDATE contacts SET name = known.name, updated_at = now()
    FROM (SELECT c.id, k.name FROM contacts c JOIN unnest($2::uuid[], $3::text[]) AS k (id, name) ON k.id = c.id
          WHERE c.workspace_id = $1 AND c.name IS NULL ORDER BY c.id FOR NO KEY UPDATE OF c) AS known
    WHERE contacts.id = known.id AND contacts.name IS NULL`,
};

/** Finds people by the numbers and addresses they are known by. */
@Injectable()
export class ContactDirectory {
  /**
   * The contacts behind up to a few hundred identities, made where nobody has them. It takes one statement inside the
   * caller's unit of work; a second only when another transaction makes the same contact at the same time, and one more
   * when a name becomes known for a contact that had none. An address that a caller merely said finds nobody: it becomes
   * that of a new contact.
   *
   * @returns contact ids, in the order of `identities`.
   */
  async findOrCreateByIdentities(ctx: RequestContext, identities: readonly SeenIdentity[]): Promise<string[]> {
    const seen = distinct(identities);
    if (seen.size === 0) return [];
    const found = new Map<string, FoundRow>();
    const missed = () => [...seen.entries()].flatMap(([key, identity]) => (found.has(key) ? [] : [identity]));
    collect(found, await this.make(ctx, findOrCreate, [...seen.values()]));
    if (missed().length > 0) collect(found, await this.make(ctx, takeOver, missed()));
    if (missed().length > 0) collect(found, await this.find(ctx, missed()));
    await this.name(ctx, seen, found);
    return identities.map((identity) => {
      const row = found.get(keyOf(identity));
      if (!row) throw new Error('A contact was erased while an event about it was being processed; try again.');
      return row.contact_id;
    });
  }

  private make(
    ctx: RequestContext,
    statement: typeof findOrCreate,
    seen: readonly SeenIdentity[],
  ): Promise<FoundRow[]> {
    return sql<FoundRow>(ctx, statement, [
      ctx.workspaceId,
      seen.map(({ kind }) => kind),
      seen.map(({ value }) => value),
      seen.map(({ name }) => name ?? null),
      seen.map(() => uuidv7()),
    ]);
  }

  private find(ctx: RequestContext, seen: readonly SeenIdentity[]): Promise<FoundRow[]> {
    return sql<FoundRow>(ctx, find, [ctx.workspaceId, seen.map(({ kind }) => kind), seen.map(({ value }) => value)]);
  }

  private async name(
    ctx: RequestContext,
    seen: ReadonlyMap<string, SeenIdentity>,
    found: ReadonlyMap<string, FoundRow>,
  ) {
    const names = new Map<string, string>();
    for (const [key, { name }] of seen) {
      const row = found.get(key);
      if (name && row?.unnamed) names.set(row.contact_id, name);
    }
    if (names.size > 0) await sql(ctx, nameThem, [ctx.workspaceId, [...names.keys()], [...names.values()]]);
  }
}

/** The same identity once, with the first name given for it. */
function distinct(identities: readonly SeenIdentity[]): Map<string, SeenIdentity> {
  const seen = new Map<string, SeenIdentity>();
  for (const identity of identities) {
    const key = keyOf(identity);
    const name = seen.get(key)?.name ?? tidyName(identity.name);
    seen.set(key, { kind: identity.kind, value: normalised(identity), name });
  }
  return seen;
}

function collect(found: Map<string, FoundRow>, rows: readonly FoundRow[]): void {
  for (const row of rows) found.set(`${row.kind} ${row.value}`, row);
}

function keyOf(identity: SeenIdentity): string {
  return `${identity.kind} ${normalised(identity)}`;
}

function normalised({ kind, value }: SeenIdentity): string {
  return kind === 'email' ? value.trim().toLowerCase() : value;
}

/** Platforms send whatever a caller's network gave: no control characters, and no longer than a person may type. */
function tidyName(name: string | null | undefined): string | null {
  const tidy = name
    ?.replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, 120);
  return tidy === undefined || tidy === '' ? null : tidy;
}
