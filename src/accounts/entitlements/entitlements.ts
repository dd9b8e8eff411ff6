import type { RequestContext } from '../../kernel/context/index.js';

/** Something that costs money, about to be used. */
export interface EntitlementRequest {
  feature: 'call' | 'purchase';
  /** How much of it: calls, or items bought; 1 unless said otherwise. */
  quantity?: number | undefined;
}

/** Whether the workspace may; where it may not, why, for its owner to read. */
export type EntitlementAnswer = { allowed: true } | { allowed: false; reason: { en: string; fr: string } };

/**
 * Asked before every call and every purchase, so that plans and budgets have one place to say no.
 *
 * @example
 * const answer = await this.entitlements.check(ctx, { feature: 'call' });
 * if (!answer.allowed) throw new CallNotEntitled(answer.reason);
 */
export abstract class Entitlements {
  abstract check(ctx: RequestContext, request: EntitlementRequest): Promise<EntitlementAnswer>;
}
