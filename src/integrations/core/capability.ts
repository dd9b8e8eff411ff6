import type { LocalizedText } from '../../kernel/errors/index.js';
import type { Action } from './define-action.js';

/**
 * `LIVE`: there is at least one action that does it. `PARTNER_GATED`: the vendor has it, for approved partners or special
 * plans only. `NOT_OFFERED`: the vendor's API cannot do it.
 */
export type CapabilityStatus = 'LIVE' | 'PARTNER_GATED' | 'NOT_OFFERED';

/** Something that a user expects an agent to do with an integration, and the truth about it. */
export interface Capability {
  readonly key: string;
  readonly label: LocalizedText;
  readonly status: CapabilityStatus;
  /** The vendor's API, product, plan or right that it takes. */
  readonly requiredApi: string;
  /** The actions that do it, or the nearest honest alternative. */
  readonly actions: readonly Action[];
  /** Limits, or what became of it and what to do instead. */
  readonly note: LocalizedText | undefined;
  /** The vendor's page that says so; given for all that is not live. */
  readonly evidenceUrl: string | undefined;
}

interface Live {
  label: LocalizedText;
  requiredApi: string;
  actions: readonly [Action, ...Action[]];
  note?: LocalizedText;
}

interface NotLive {
  label: LocalizedText;
  requiredApi: string;
  note: LocalizedText;
  evidenceUrl: string;
  /** What comes nearest. */
  actions?: readonly Action[];
}

export function live(key: string, capability: Live): Capability {
  return { note: undefined, ...capability, key, status: 'LIVE', evidenceUrl: undefined };
}

export function partnerGated(key: string, capability: NotLive): Capability {
  return { actions: [], ...capability, key, status: 'PARTNER_GATED' };
}

export function notOffered(key: string, capability: NotLive): Capability {
  return { actions: [], ...capability, key, status: 'NOT_OFFERED' };
}
