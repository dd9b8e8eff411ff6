import type { RequestContext } from '../../../../kernel/context/index.js';

/** Asks Vapi what it has on record of calls. Which account is asked is the implementation's to choose, by the context. */
export abstract class VapiCallReader {
  /** Whether there is any account to ask; without one no call is taken up. */
  abstract get hasAccount(): boolean;

  /**
   * @param callId Vapi's id of a call in the workspace of the context.
   * @returns the JSON of that very call; nothing but its id has been checked.
   * @throws AppError of kind `not_found` when the account has no such call, `credential_rejected` when it refuses the key,
   * `rate_limited` when it wants no more questions for now; of another kind for what may go better next time.
   * @throws when the signal is aborted.
   */
  abstract read(ctx: RequestContext, callId: string, signal: AbortSignal): Promise<unknown>;
}
