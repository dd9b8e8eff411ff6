import type { RequestContext } from '../context/index.js';

/** One fact worth remembering: who did what to what. */
export interface AuditFact {
  /** What happened, past tense, `noun.verb`: `member.removed`. */
  action: string;
  /** Id of what it happened to, as clients see it: `user_…`. */
  targetId?: string | undefined;
  /** Names and numbers that explain it. Never a secret, a token or a password. */
  details?: Readonly<Record<string, string | number | boolean | null | readonly string[]>> | undefined;
}

/** Where modules below or beside accounts record facts. Implemented by the accounts module, provided everywhere. */
export abstract class AuditTrail {
  /** Call it inside the unit of work that makes the change: either both are there or neither. */
  abstract record(ctx: RequestContext, fact: AuditFact): Promise<void>;
}
