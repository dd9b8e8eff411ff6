import { z } from 'zod';
import { defineJob, defineSchedule } from '../../kernel/queue/index.js';

/** Makes one assistant at Vapi what it is declared to be here. */
export const syncAssistantJob = defineJob({
  name: 'voice.sync-assistant',
  queue: 'voice-provisioning',
  payload: z.object({ assistantId: z.uuid() }),
  attempts: 6,
  backoff: { delayMs: 5_000, maxMs: 300_000 },
  dedupe: ({ assistantId }) => assistantId,
  concurrency: 3,
});
export type SyncAssistant = z.output<(typeof syncAssistantJob)['payload']>;

/** Puts the jobs that nobody has put, or that were given up, and one look at every account. */
export const planDriftJob = defineJob({
  name: 'voice.plan-drift',
  queue: 'voice-provisioning',
  payload: z.object({}),
  // The next one comes soon enough.
  attempts: 1,
  dedupe: () => 'all',
});

/** Compares all assistants of one account at Vapi with what is declared here. */
export const findDriftJob = defineJob({
  name: 'voice.find-drift',
  queue: 'voice-provisioning',
  payload: z.object({
    /** Whose own account; null for the deployment’s. */
    workspaceId: z.uuid().nullable(),
  }),
  attempts: 1,
  dedupe: ({ workspaceId }) => workspaceId ?? 'deployment',
});
export type FindDrift = z.output<(typeof findDriftJob)['payload']>;

defineSchedule({ name: 'voice.plan-drift', job: planDriftJob, payload: {}, recurrence: { everyMs: 10 * 60_000 } });
