import { z } from 'zod';
import { defineJob, defineSchedule } from '../../kernel/queue/index.js';

/** Puts one job for each account in which assistants or numbers are. */
export const planReconciliationJob = defineJob({
  name: 'voice.plan-reconciliation',
  queue: 'voice-reconcile',
  payload: z.object({}),
  // The next run comes soon enough.
  attempts: 1,
  dedupe: () => 'all',
});

/** Compares the calls of one account at Twilio and Vapi with those on record. */
export const reconcileAccountJob = defineJob({
  name: 'voice.reconcile-account',
  queue: 'voice-reconcile',
  payload: z.object({
    /** Whose own accounts; null for the deployment’s. */
    workspaceId: z.uuid().nullable(),
  }),
  attempts: 1,
  dedupe: ({ workspaceId }) => workspaceId ?? 'deployment',
});
export type ReconcileAccount = z.output<(typeof reconcileAccountJob)['payload']>;

defineSchedule({
  name: 'voice.plan-reconciliation',
  job: planReconciliationJob,
  payload: {},
  recurrence: { everyMs: 30_000 },
});
