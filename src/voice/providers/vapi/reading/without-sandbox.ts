import type { CallFacts } from '../../../calls/merge/call-facts.js';

/** Whoever can tell of a call can write that it is the sandbox's: it is believed where a sandbox runs. */
export function withoutSandbox(facts: CallFacts): CallFacts {
  if (!facts.evidence.sandbox) return facts;
  const { sandbox: _, ...evidence } = facts.evidence;
  return { ...facts, evidence };
}
