import type { RequestContext } from '../../../kernel/context/index.js';
import { sql } from '../../../kernel/database/index.js';
import type { CallKeys } from '../merge/project-call.js';

/** Whose call it is. */
export interface AssistantMatch {
  [column: string]: unknown;
  id: string;
  clientId: string;
  vapiAssistantId: string | null;
  vapiPhoneNumberId: string | null;
  phoneNumber: string | null;
}

// A deleted assistant keeps its calls, but gives way to one that lives.
const candidates = {
  name: 'calls-assistants',
  text: `SELECT id, client_id AS "clientId", vapi_assistant_id AS "vapiAssistantId", vapi_phone_number_id AS "vapiPhoneNumberId",
      phone_number AS "phoneNumber"
    FROM voice_assistants
    WHERE workspace_id = $1 AND (vapi_assistant_id = ANY($2::text[]) OR vapi_phone_number_id = ANY($3::text[])
      OR phone_number = ANY($4::text[]))
    ORDER BY deleted_at IS NOT NULL, created_at DESC, id DESC`,
};

/** Finds the assistants of calls: by Vapi's assistant id, else by Vapi's phone number id, else by the number itself. */
export async function matchAssistants(
  ctx: RequestContext,
  calls: readonly CallKeys[],
): Promise<(call: CallKeys) => AssistantMatch | undefined> {
  const assistantIds = distinct(calls.map((call) => call.vapiAssistantId));
  const numberIds = distinct(calls.map((call) => call.vapiPhoneNumberId));
  const lines = distinct(calls.map((call) => call.lineNumber));
  if (assistantIds.length + numberIds.length + lines.length === 0) return () => undefined;
  const found = await sql<AssistantMatch>(ctx, candidates, [ctx.workspaceId, assistantIds, numberIds, lines]);
  const byAssistant = firstBy(found, (assistant) => assistant.vapiAssistantId);
  const byNumber = firstBy(found, (assistant) => assistant.vapiPhoneNumberId);
  const byLine = firstBy(found, (assistant) => assistant.phoneNumber);
  return (call) =>
    byAssistant.get(call.vapiAssistantId) ?? byNumber.get(call.vapiPhoneNumberId) ?? byLine.get(call.lineNumber);
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids)].filter((id) => id !== null);
}

function firstBy(found: readonly AssistantMatch[], keyOf: (assistant: AssistantMatch) => string | null) {
  const first = new Map<string | null, AssistantMatch>();
  for (const assistant of found) {
    const key = keyOf(assistant);
    if (key !== null && !first.has(key)) first.set(key, assistant);
  }
  return first;
}
