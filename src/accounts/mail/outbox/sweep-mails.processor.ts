import { systemContext, type RequestContext } from '../../../kernel/context/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import { JobProcessor, Jobs, type JobHandler, type JobMeta } from '../../../kernel/queue/index.js';
import { asAccounts } from '../../as-accounts.js';
import { Clock } from '../../clock.js';
import { OutgoingMailRepository } from './outgoing-mail.repository.js';
import { sendMailJob } from './send-mail.job.js';
import { sweepMailsJob } from './sweep-mails.job.js';

const atMost = 500;

/** Puts a job for every mail that waits for longer than its own job should take; where there is one, nothing changes. */
@JobProcessor(sweepMailsJob)
export class SweepMailsProcessor implements JobHandler<object> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: OutgoingMailRepository,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async run(ctx: RequestContext, _payload: object, { signal }: Pick<JobMeta, 'signal'>): Promise<void> {
    const now = this.clock.now();
    let taken = atMost;
    while (taken === atMost && !signal.aborted) {
      const mails = await this.unitOfWork.run(asAccounts(ctx), (tx) =>
        this.repository.takeAcrossTenantsWaiting(tx, { now, atMost }),
      );
      const items = mails.map(({ id, workspaceId }) => ({
        ctx: systemContext({ actor: sweepMailsJob.name, workspaceId, requestId: ctx.requestId }),
        payload: { mailId: id },
      }));
      await this.jobs.addMany(sendMailJob, items);
      taken = mails.length;
    }
  }
}
