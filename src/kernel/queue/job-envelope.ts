import type { IQueueBackend, Job, Queue } from 'bullmq';
import { z } from 'zod';
import { jobContextSchema } from '../context/index.js';

/** What lies in the queue. Scheduled jobs have no context: each run of them begins a new one. */
export const jobEnvelopeSchema = z.object({ ctx: jobContextSchema.optional(), payload: z.unknown() });
export type JobEnvelope = z.infer<typeof jobEnvelopeSchema>;

export type JobQueue = Queue<JobEnvelope, void, string, JobEnvelope, void, string, IQueueBackend>;
export type QueuedJob = Pick<Job, 'id' | 'name' | 'data' | 'opts' | 'attemptsMade' | 'timestamp' | 'delay'>;
