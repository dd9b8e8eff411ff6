import type { z } from 'zod';
import type { RequestContext } from '../../../kernel/context/index.js';
import { JobProcessor } from '../../../kernel/queue/index.js';
import { readBookingJob } from './read-booking.job.js';
import { SecondLook } from './second-look.js';

@JobProcessor(readBookingJob)
export class ReadBookingProcessor {
  constructor(private readonly looks: SecondLook) {}

  run(ctx: RequestContext, { appointmentId, look }: z.output<(typeof readBookingJob)['payload']>): Promise<void> {
    return this.looks.at(ctx, appointmentId, look);
  }
}
