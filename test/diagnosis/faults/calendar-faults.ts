import type { DiagnosisStage } from '../diagnosis-stage.js';
import type { Fault } from '../fault.js';

const webhook = (what: string, change: (stage: DiagnosisStage, id: string) => Promise<unknown>): Fault => ({
  what,
  hop: 'calendar',
  inject: async (stage) => void (await change(stage, (await stage.webhook()).id)),
  finds: { 'calendar.webhook': 'WARN' },
  repairs: 'calendar.webhook',
  unlike: true,
  restore: (stage) => stage.registerWebhook(),
});

export const calendarFaults: readonly Fault[] = [
  {
    what: 'the key of Cal.com is another one',
    hop: 'calendar',
    inject: ({ parts }) => parts.calcom.faults.every(1, {}, { kind: 'status', status: 401 }),
    finds: { 'calendar.credentials': 'FAIL' },
    blinds: true,
  },
  {
    what: 'what callers could book is gone',
    hop: 'calendar',
    inject: (stage) => stage.offer(999_999),
    finds: { 'calendar.event-types': 'FAIL' },
    restore: (stage) => stage.offer(),
  },
  webhook('the webhook of Cal.com was deleted', (stage, id) => stage.atCalCom('DELETE', `/v2/webhooks/${id}`)),
  webhook('the webhook of Cal.com is switched off', (stage, id) =>
    stage.atCalCom('PATCH', `/v2/webhooks/${id}`, { active: false }),
  ),
  webhook('the webhook of Cal.com is signed with another secret', (stage, id) =>
    stage.atCalCom('PATCH', `/v2/webhooks/${id}`, { secret: 'another' }),
  ),
  webhook('the webhook of Cal.com tells of little', (stage, id) =>
    stage.atCalCom('PATCH', `/v2/webhooks/${id}`, { triggers: ['BOOKING_CREATED'] }),
  ),
];
