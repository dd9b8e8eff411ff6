import { lineOf, type Workspace } from '../system/workspaces.js';
import { makeCalls } from './chaos-call.js';
import { planDeliveries } from './deliveries.js';

const workspaces = [0, 1].map((index): Workspace => {
  const line = lineOf(index);
  return { id: `w${index}`, assistantId: 'a', endpointId: 'e', path: '/', secret: 's', line };
});
const planOf = (seed: number) => {
  const calls = makeCalls(workspaces, { seed, calls: 50, events: 500 });
  return { calls, deliveries: planDeliveries(calls, { seed, rate: 100 }) };
};
const bytesOf = (seed: number) => planOf(seed).deliveries.map(({ event }) => event.raw.toString('base64'));

describe('what a run sends', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(bytesOf(1)).toEqual(bytesOf(1));
    expect(bytesOf(1)).not.toEqual(bytesOf(2));
  });

  it('is as much as was asked for, with a tenth of it twice, at a steady rate', () => {
    const { calls, deliveries } = planOf(1);
    const events = calls.flatMap((call) => call.events);
    expect(events).toHaveLength(500);
    expect(new Set(events.map(({ raw }) => raw.toString())).size).toBe(500);
    expect(deliveries).toHaveLength(550);
    expect(new Set(deliveries.map(({ event }) => event)).size).toBe(500);
    expect(deliveries.at(-1)?.atMs).toBeCloseTo(5_490, 0);
  });

  it('comes in another order than it happened', () => {
    const { calls, deliveries } = planOf(1);
    const shuffled = calls.filter((call) => {
      const order = deliveries
        .filter(({ event }) => event.call === call)
        .map(({ event }) => call.events.indexOf(event));
      return order.some((place, index) => place < (order[index - 1] ?? 0));
    });
    expect(shuffled.length).toBeGreaterThan(45);
  });
});
