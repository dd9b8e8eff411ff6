import { systemContext, type RequestContext } from '../../../kernel/context/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import { JobProcessor, Jobs } from '../../../kernel/queue/index.js';
import { BookingAttempts } from '../../bookings/booking-attempts.repository.js';
import { findAbandonedJob, settleAttemptsJob } from './attempts.jobs.js';

@JobProcessor(findAbandonedJob)
export class FindAbandonedProcessor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: BookingAttempts,
    private readonly jobs: Jobs,
  ) {}

  async run({ requestId }: RequestContext): Promise<void> {
    const actor = 'calendar.abandoned-attempts';
    const workspaceIds = await this.unitOfWork.run(systemContext({ actor, requestId, access: 'intake' }), (tx) =>
      this.attempts.workspacesWithAbandonedAcrossTenants(tx),
    );
    const items = workspaceIds.map((workspaceId) => ({
      ctx: systemContext({ actor, requestId, workspaceId }),
      payload: { workspaceId },
    }));
    await this.jobs.addMany(settleAttemptsJob, items);
  }
}
