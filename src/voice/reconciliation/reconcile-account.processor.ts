import { systemContext, type RequestContext } from '../../kernel/context/index.js';
import { JobProcessor, type JobHandler, type JobMeta } from '../../kernel/queue/index.js';
import { AccountReconciler } from './account-reconciler.js';
import { reconcileAccountJob, type ReconcileAccount } from './reconciliation.jobs.js';

@JobProcessor(reconcileAccountJob)
export class ReconcileAccountProcessor implements JobHandler<ReconcileAccount> {
  constructor(private readonly reconciler: AccountReconciler) {}

  run(
    { requestId }: RequestContext,
    { workspaceId }: ReconcileAccount,
    { signal }: Pick<JobMeta, 'signal'>,
  ): Promise<void> {
    const ctx = systemContext({ actor: 'voice.reconciliation', workspaceId: workspaceId ?? undefined, requestId });
    return this.reconciler.reconcile(ctx, { now: new Date(), signal });
  }
}
