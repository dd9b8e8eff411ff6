import type { RequestContext } from '../../../kernel/context/index.js';

/** One kind of incident that is looked for by schedule, however often: what is already known is not told again. */
export interface AlertSource {
  /** Raises what is wrong in the workspace of the context, and resolves what is not any more. */
  review(ctx: RequestContext, now: Date): Promise<void>;
}
