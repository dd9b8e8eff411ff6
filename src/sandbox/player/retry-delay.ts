import type { BackoffPlan } from '../caller/backoff-plan.js';

/**
 * How long Vapi would wait before it sends a message again.
 *
 * @param failures How often it has failed so far, 1 or more.
 * @param status Of the last answer; undefined when there was none.
 * @returns null when it would not send it again.
 */
export function retryDelayMs(plan: BackoffPlan, failures: number, status: number | undefined): number | null {
  if (failures > plan.maxRetries) return null;
  if (status !== undefined && plan.excludedStatusCodes.includes(status)) return null;
  return plan.baseDelaySeconds * 1000 * (plan.type === 'fixed' ? 1 : 2 ** (failures - 1));
}
