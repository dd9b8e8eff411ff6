import { z } from 'zod';
import { defineJob, defineSchedule } from '../../../kernel/queue/index.js';

export const pollKinds = ['delta', 'hour', 'night'] as const;
export type PollKind = (typeof pollKinds)[number];

/** Puts one job for each account. */
export const planPollingJob = defineJob({
  name: 'calendar.plan-polling',
  queue: 'calendar',
  payload: z.object({ kind: z.enum(pollKinds) }),
  // The next one comes soon enough.
  attempts: 1,
  dedupe: ({ kind }) => kind,
});

/** Reads one account; what it cannot read, the next one does. */
export const pollAccountJob = defineJob({
  name: 'calendar.poll-account',
  queue: 'calendar',
  payload: z.object({ accountId: z.string().min(1), kind: z.enum(pollKinds) }),
  attempts: 1,
  dedupe: ({ accountId, kind }) => `${accountId}/${kind}`,
});

defineSchedule({
  name: 'calendar.delta',
  job: planPollingJob,
  payload: { kind: 'delta' },
  recurrence: { everyMs: 5 * 60_000 },
});
defineSchedule({
  name: 'calendar.hourly-sweep',
  job: planPollingJob,
  payload: { kind: 'hour' },
  recurrence: { cron: '7 * * * *' },
});
defineSchedule({
  name: 'calendar.nightly-sweep',
  job: planPollingJob,
  payload: { kind: 'night' },
  recurrence: { cron: '23 2 * * *', timeZone: 'Europe/Paris' },
});
