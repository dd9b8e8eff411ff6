import type { RequestContext } from '../../../kernel/context/index.js';
import { sql } from '../../../kernel/database/index.js';
import type { PricedBill } from './price-bill.js';

/** A bill on its way into the ledger. */
export interface BillEntry {
  callId: string;
  clientId: string | null;
  revision: string;
  /** The revision that it takes the place of. */
  replaces: string | null;
  /** Milliseconds since 1970. */
  at: number;
  bill: PricedBill;
}

const reverse = {
  name: 'usage-reverse',
  text: `INSERT INTO usage_entries (workspace_id, subject_kind, subject_id, client_id, revision, line, reversal, source,
      quantity, unit, unit_price, original_amount, original_currency, amount, currency, rate, estimated, at)
    SELECT u.workspace_id, u.subject_kind, u.subject_id, u.client_id, u.revision, u.line, true, u.source,
      -u.quantity, u.unit, u.unit_price, -u.original_amount, u.original_currency, -u.amount, u.currency, u.rate, u.estimated, u.at
    FROM usage_entries u JOIN unnest($2::uuid[], $3::text[]) AS r (call_id, revision)
      ON u.subject_id = r.call_id AND u.revision = r.revision
    WHERE u.workspace_id = $1 AND u.subject_id = ANY($2::uuid[]) AND NOT u.reversal
    ON CONFLICT DO NOTHING`,
};

// What the lines of a bill share is sent once for all of them.
const append = {
  name: 'usage-append',
  text: `INSERT INTO usage_entries (workspace_id, subject_kind, subject_id, client_id, revision, line, source,
      quantity, unit, unit_price, original_amount, original_currency, amount, currency, rate, estimated, at)
    SELECT $1, 'call', b."callId", b."clientId", b.revision, l.number - 1, l.line ->> 0, (l.line ->> 1)::numeric, l.line ->> 2,
      (l.line ->> 3)::numeric, (l.line ->> 4)::numeric, coalesce(l.line ->> 6, b."originalCurrency"),
      (l.line ->> 5)::numeric, b.currency, coalesce((l.line ->> 7)::numeric, b.rate),
      coalesce((l.line ->> 8)::boolean, false), b.at
    FROM jsonb_to_recordset($2::jsonb) AS b ("callId" uuid, "clientId" uuid, revision text, "originalCurrency" text,
        currency text, rate numeric, at timestamptz, lines jsonb)
      CROSS JOIN jsonb_array_elements(b.lines) WITH ORDINALITY AS l (line, number)
    ON CONFLICT DO NOTHING`,
};

/** Appends bills to the ledger, each after the reversal of the one that it replaces. */
export async function storeBills(ctx: RequestContext, entries: readonly BillEntry[]): Promise<void> {
  const reversed = entries.filter(({ replaces }) => replaces !== null);
  if (reversed.length > 0) {
    const keys = [reversed.map(({ callId }) => callId), reversed.map(({ replaces }) => replaces)];
    await sql(ctx, reverse, [ctx.workspaceId, ...keys]);
  }
  if (entries.length > 0) await sql(ctx, append, [ctx.workspaceId, JSON.stringify(entries.map(toRecord))]);
}

function toRecord({ callId, clientId, revision, at, bill: { originalCurrency, currency, rate, lines } }: BillEntry) {
  return {
    ...{ callId, clientId, revision, originalCurrency, currency, rate },
    at: new Date(at).toISOString(),
    lines: lines.map(({ source, quantity, unit, unitPrice, originalAmount, amount, own, estimated }) => [
      ...[source, quantity, unit, unitPrice, originalAmount, amount],
      // Most lines are the bill's own currency, and charged.
      ...(own || estimated === true ? [own?.currency, own?.rate, estimated] : []),
    ]),
  };
}
