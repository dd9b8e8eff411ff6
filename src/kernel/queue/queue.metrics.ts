import { defineCounter, defineGauge, defineHistogram } from '../observability/index.js';
import type { JobQueue } from './job-envelope.js';

export const jobsDone = defineCounter({
  name: 'jobs_total',
  help: 'Attempts at jobs by how they ended: completed, retried, failed.',
  labels: ['job', 'result'],
});

export const jobDuration = defineHistogram({
  name: 'job_duration_seconds',
  help: 'How long attempts at jobs took.',
  labels: ['job'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
});

export const jobWait = defineHistogram({
  name: 'job_wait_seconds',
  help: 'How long jobs waited from when they were due to their first attempt.',
  labels: ['job'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
});

let observed: () => Iterable<JobQueue> = () => [];

/** Whose jobs the gauge counts; the last one to ask wins. */
export function observeQueues(queues: () => Iterable<JobQueue>): void {
  observed = queues;
}

defineGauge({
  name: 'queue_jobs',
  help: 'Jobs in each queue by state.',
  labels: ['queue', 'state'],
  collect: async (gauge) => {
    gauge.reset();
    await Promise.all(
      [...observed()].map(async (queue) => {
        // A scrape must still tell everything else when the queue is down.
        const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed').catch(() => ({}));
        for (const [state, count] of Object.entries(counts)) gauge.set({ queue: queue.name, state }, count);
      }),
    );
  },
});
