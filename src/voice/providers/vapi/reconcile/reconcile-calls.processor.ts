import type { RequestContext } from '../../../../kernel/context/index.js';
import { JobProcessor, type JobHandler, type JobMeta } from '../../../../kernel/queue/index.js';
import { CallReconciler } from './call-reconciler.js';
import { reconcileCallsJob } from './reconcile-calls.job.js';

@JobProcessor(reconcileCallsJob)
export class ReconcileCallsProcessor implements JobHandler<object> {
  constructor(private readonly reconciler: CallReconciler) {}

  run(ctx: RequestContext, _payload: object, { signal }: Pick<JobMeta, 'signal'>): Promise<void> {
    return this.reconciler.reconcile(ctx, new Date(), signal);
  }
}
