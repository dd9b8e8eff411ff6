import type { RequestContext } from '../context/index.js';

/** One fact worth remembering: who did what to what. */
export interface AuditedFact {
  /** What happened, past tense, `noun.verb`: `contact.erased`. */
  action: string;
  /** Id of what it happened to, as clients see it: `contact_…`. */
  targetId?: string | undefined;
  /** Names of fields and numbers that explain it; the log is never erased, so nothing about a person, and no secret. */
  details?: Readonly<Record<string, string | number | boolean | null | readonly string[]>> | undefined;
}

/** The append-only audit log, for modules that may not import the accounts module, which implements it. */
export abstract class AuditTrail {
  /** Call it inside the unit of work that makes the change: either both are there or neither. */
  abstract record(ctx: RequestContext, fact: AuditedFact): Promise<void>;
}
