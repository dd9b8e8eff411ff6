import { z } from 'zod';
import { LiveSubscription } from './live-subscription.js';
import { defineTopic } from './live-topic.js';

const topic = defineTopic('test.bounded', z.object({ id: z.number() }));

describe('LiveSubscription', () => {
  it('gives a slow subscriber a resync in place of what it could not hold, and goes on after it', async () => {
    const subscription = new LiveSubscription(topic, () => undefined);

    for (let id = 0; id <= 1_000; id += 1) subscription.push({ id });
    subscription.push({ id: 2_000 });

    expect((await subscription.next()).value).toEqual({ resync: true, reason: 'overflow' });
    expect((await subscription.next()).value).toEqual({ resync: false, ids: { id: 2_000 } });
    await subscription.return();
  });

  it('asks once for a resync that is asked for many times', async () => {
    const subscription = new LiveSubscription(topic, () => undefined);

    subscription.resync('reconnected');
    subscription.resync('requested');
    subscription.push({ id: 1 });

    expect((await subscription.next()).value).toEqual({ resync: true, reason: 'reconnected' });
    expect((await subscription.next()).value).toEqual({ resync: false, ids: { id: 1 } });
    await subscription.return();
  });

  it('asks for a resync when it does not understand what changed', async () => {
    const subscription = new LiveSubscription(topic, () => undefined);

    subscription.push({ newer: 'shape' });

    expect((await subscription.next()).value).toEqual({ resync: true, reason: 'requested' });
    await subscription.return();
  });

  it('asks for a resync from time to time, for what nobody lived to tell', async () => {
    const subscription = new LiveSubscription(topic, () => undefined, 20);

    expect((await subscription.next()).value).toEqual({ resync: true, reason: 'periodic' });
    expect((await subscription.next()).value).toEqual({ resync: true, reason: 'periodic' });
    await subscription.return();
  });

  it('ends for everyone who waits, tells its owner once, and takes in nothing more', async () => {
    let ends = 0;
    const subscription = new LiveSubscription(topic, () => (ends += 1));
    const waiting = [subscription.next(), subscription.next()];

    await subscription.return();
    await subscription.return();
    subscription.push({ id: 1 });

    expect(await Promise.all(waiting)).toEqual([
      { value: undefined, done: true },
      { value: undefined, done: true },
    ]);
    expect(await subscription.next()).toEqual({ value: undefined, done: true });
    expect(ends).toBe(1);
  });
});
