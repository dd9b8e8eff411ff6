import { z } from 'zod';
import { declaredQueues, defineJob } from './job-definition.js';
import { defineSchedule } from './schedule-definition.js';

const payload = z.object({ id: z.string() });

describe('defineJob', () => {
  it('refuses a name that is taken', () => {
    defineJob({ name: 'test.taken', queue: 'test', payload });

    expect(() => defineJob({ name: 'test.taken', queue: 'test', payload })).toThrow(/declared twice/);
  });

  it.each(['nodot', 'Test.Job', 'test.job:1', ''])('refuses the name %j', (name) => {
    expect(() => defineJob({ name, queue: 'test', payload })).toThrow(/no name for a job/);
  });

  it.each(['a:b', 'Calls', ''])('refuses the queue name %j', (queue) => {
    expect(() => defineJob({ name: 'test.other', queue, payload })).toThrow(/no name for a queue/);
  });

  it('tries five times, from a second to five minutes apart, unless said otherwise', () => {
    const job = defineJob({ name: 'test.defaults', queue: 'test', payload, backoff: { delayMs: 10 } });

    expect(job).toMatchObject({ attempts: 5, backoff: { delayMs: 10, maxMs: 300_000 } });
  });

  it('keeps the keys of different jobs apart', () => {
    const job = defineJob({ name: 'test.keyed', queue: 'test', payload, dedupe: ({ id }) => id });

    expect(job.dedupe?.({ id: '1' })).toBe('test.keyed/1');
  });

  it('lets a queue run as many jobs at a time as the one that asks for most', () => {
    defineJob({ name: 'test.few', queue: 'test-shared', payload, concurrency: 2 });
    defineJob({ name: 'test.many', queue: 'test-shared', payload, concurrency: 9 });

    expect(declaredQueues()).toContainEqual({ name: 'test-shared', concurrency: 9 });
  });
});

describe('defineSchedule', () => {
  it('refuses a name that is taken', () => {
    const job = defineJob({ name: 'test.scheduled', queue: 'test', payload });
    const schedule = { name: 'test.nightly', job, payload: { id: '1' }, recurrence: { everyMs: 1_000 } };
    defineSchedule(schedule);

    expect(() => defineSchedule(schedule)).toThrow(/declared twice/);
  });
});
