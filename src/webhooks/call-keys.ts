import type { RequestContext } from '../kernel/context/index.js';

/** Knows by which ids the platforms name a call of ours. Implemented by the voice module. */
export abstract class CallKeys {
  /** @returns an empty list for a call that this workspace does not have. */
  abstract keysOf(ctx: RequestContext, callId: string): Promise<readonly string[]>;
}
