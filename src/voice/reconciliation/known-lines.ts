import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';
import { callFacts, rank, type CallFacts } from '../calls/merge/call-facts.js';
import { earliest } from '../calls/merge/evidence.js';
import { Fields } from '../providers/vapi/reading/fields.js';
import type { ListedCall } from '../providers/vapi/provisioning/live-call.js';

interface Row extends Record<string, unknown> {
  id: string;
  number: string;
}

const numbers = {
  name: 'reconciliation-known-lines',
  text: `SELECT vapi_phone_number_id AS id, number FROM phone_lines
      WHERE workspace_id = $1 AND vapi_phone_number_id = ANY($2::text[]) AND status <> 'RELEASED'
    UNION SELECT vapi_phone_number_id, phone_number FROM voice_assistants
      WHERE workspace_id = $1 AND vapi_phone_number_id = ANY($2::text[]) AND phone_number IS NOT NULL AND deleted_at IS NULL`,
};

/** The number of the line of each call: a webhook spells it out, and Vapi’s own record has its id only. */
export async function factsOfLines(tx: RequestContext, calls: readonly ListedCall[]): Promise<CallFacts[]> {
  const lineOf = ({ phoneNumberId }: ListedCall) => (typeof phoneNumberId === 'string' ? phoneNumberId : '');
  const found = await sql<Row>(tx, numbers, [tx.workspaceId, calls.map(lineOf)]);
  const known = new Map(found.map(({ id, number }) => [id, number]));
  return calls.flatMap((call) => {
    const number = known.get(lineOf(call));
    const made = Fields.of(call).time('createdAt') ?? 0;
    // Whatever an event says of it stands.
    const line = number === undefined ? undefined : earliest(rank.snapshot - 0.5, made, number);
    return line ? [callFacts(call.id, { registers: { line } })] : [];
  });
}
