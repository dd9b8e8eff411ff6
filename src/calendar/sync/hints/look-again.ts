import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { AppLogger } from '../../../kernel/observability/index.js';
import { Jobs } from '../../../kernel/queue/index.js';
import { lookAgainAfterMs, readBookingJob } from './read-booking.job.js';

/** Puts the further looks at appointments that Cal.com was behind with. */
@Injectable()
export class LookAgain {
  constructor(
    private readonly jobs: Jobs,
    private readonly log: AppLogger,
  ) {}

  /** After the commit. Where the queue is away, the next poll is what looks. */
  async at(ctx: RequestContext, appointmentIds: readonly string[], look: number): Promise<void> {
    const delayMs = lookAgainAfterMs[look];
    if (delayMs === undefined) return;
    try {
      for (const appointmentId of appointmentIds) {
        await this.jobs.addLater({ ...ctx, tx: undefined }, readBookingJob, {
          payload: { appointmentId, look },
          delayMs,
        });
      }
    } catch (error) {
      this.log.warn('vapi_cal.error', { doing: 'look_again', error });
    }
  }
}
