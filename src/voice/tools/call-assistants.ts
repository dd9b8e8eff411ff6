import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../kernel/database/index.js';
import { toLocale, type Locale } from '../../kernel/errors/index.js';
import { spokenLocale } from './spoken.js';

/** What a running call needs to know of its assistant. */
export interface CallAssistant {
  [column: string]: unknown;
  id: string;
  vapiAssistantId: string | null;
  active: boolean;
  /** BCP 47. */
  language: string;
  timeZone: string;
  /** The number that callers dial. */
  phoneNumber: string | null;
  transferNumber: string | null;
}

/** By what a platform names the assistant of a call. */
export interface AssistantKeys {
  vapiAssistantId: string | null;
  vapiPhoneNumberId: string | null;
  /** Our number in E.164. */
  lineNumber: string | null;
}

/** While a caller waits every query counts; a change of the assistant is heard this much later at most. */
const lifetimeMs = 5_000;

const find = {
  name: 'call-assistant',
  text: `SELECT w.locale AS "workspaceLocale", w.time_zone AS "workspaceTimeZone", a.* FROM workspaces w LEFT JOIN LATERAL (
      SELECT id, vapi_assistant_id AS "vapiAssistantId", active, language, time_zone AS "timeZone",
        phone_number AS "phoneNumber", transfer_number AS "transferNumber"
      FROM voice_assistants
      WHERE workspace_id = $1 AND deleted_at IS NULL
        AND (vapi_assistant_id = $2 OR vapi_phone_number_id = $3 OR phone_number = $4)
      ORDER BY vapi_assistant_id = $2 DESC NULLS LAST, vapi_phone_number_id = $3 DESC NULLS LAST, created_at DESC LIMIT 1
    ) a ON true WHERE w.id = $1`,
};

type FoundRow = { workspaceLocale: string; workspaceTimeZone: string } & (
  CallAssistant | { [Column in keyof CallAssistant]: null }
);

/** Who answers a call. */
export interface CallSide {
  assistant: CallAssistant | null;
  /** In which the caller is answered: the assistant's language, else that of the workspace. */
  locale: Locale;
  /** The workspace's, IANA. */
  timeZone: string;
}

/** Finds the assistant of a running call, in the workspace of the context. */
@Injectable()
export class CallAssistants {
  readonly #known = new LRUCache<string, CallSide>({ max: 2_000, ttl: lifetimeMs });

  constructor(private readonly unitOfWork: UnitOfWork) {}

  async find(
    ctx: RequestContext,
    { vapiAssistantId, vapiPhoneNumberId, lineNumber }: AssistantKeys,
  ): Promise<CallSide> {
    const values = [ctx.workspaceId, vapiAssistantId, vapiPhoneNumberId, lineNumber];
    const key = JSON.stringify(values);
    const known = this.#known.get(key);
    if (known) return known;
    const [row] = await this.unitOfWork.run(ctx, (tx) => sql<FoundRow>(tx, find, values));
    const side = toCallSide(row, ctx.locale);
    this.#known.set(key, side);
    return side;
  }
}

function toCallSide(row: FoundRow | undefined, fallback: Locale): CallSide {
  if (!row) return { assistant: null, locale: fallback, timeZone: 'UTC' };
  const { workspaceLocale, workspaceTimeZone: timeZone, ...assistant } = row;
  if (assistant.id === null) return { assistant: null, locale: toLocale(workspaceLocale), timeZone };
  return { assistant, locale: spokenLocale(assistant.language), timeZone };
}
