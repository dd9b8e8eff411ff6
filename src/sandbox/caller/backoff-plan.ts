/** How Vapi repeats a message that our server did not take. Without such a plan it would not repeat it at all. */
export interface BackoffPlan {
  type: 'fixed' | 'exponential';
  maxRetries: number;
  baseDelaySeconds: number;
  /** Answers that stay what they are, however often one asks. */
  excludedStatusCodes: readonly number[];
}

/** The plan that Vapi suggests. */
export const backoffPlan: BackoffPlan = {
  type: 'exponential',
  maxRetries: 3,
  baseDelaySeconds: 1,
  excludedStatusCodes: [400, 401, 403, 404, 413, 422],
};
