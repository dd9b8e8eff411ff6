import type { StandInEventType, StandInHost, StandInSchedule } from '../event-type.js';
import { CalComStandIn, type CalComStandInOptions } from '../calcom-stand-in.js';
import type { StandInDelivery } from '../webhooks/delivery.js';
import type { NewSubscription } from '../webhooks/subscriptions.js';
import { triggers } from '../webhooks/subscriptions.js';
import { testKey } from './calcom-client.js';

export const anna: StandInHost = {
  id: 7,
  name: 'Anna',
  email: 'anna@example.com',
  username: 'anna',
  timeZone: 'Europe/Paris',
};
export const bernard: StandInHost = {
  ...anna,
  id: 8,
  name: 'Bernard',
  email: 'bernard@example.com',
  username: 'bernard',
};

/** Every day from 9 to 17 o'clock in Paris. */
export const everyDay: StandInSchedule = {
  id: 3,
  name: 'Every day',
  timeZone: 'Europe/Paris',
  availability: [
    {
      days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
      startTime: '09:00',
      endTime: '17:00',
    },
  ],
  overrides: [],
};

/** One hour with Anna, but for what a test changes. */
export function eventTypeWith(change: Partial<StandInEventType> = {}): StandInEventType {
  return {
    id: 1,
    slug: 'talk',
    title: 'Talk',
    description: 'One hour',
    lengthInMinutes: 60,
    hosts: [anna],
    schedule: everyDay,
    ...change,
  };
}

/** Wednesday noon in Paris, unless it is moved on. */
export class TestClock {
  #now = new Date('2026-11-18T11:00:00.000Z');

  readonly now = () => this.#now;

  set(iso: string): void {
    this.#now = new Date(iso);
  }
}

export interface TestCalendar {
  standIn: CalComStandIn;
  clock: TestClock;
  /** Webhooks as they were handed over; nothing is posted. */
  deliveries: StandInDelivery[];
}

/** A stand-in at a set time, whose one webhook hears of everything. */
export async function openCalendar(options: Partial<CalComStandInOptions> = {}): Promise<TestCalendar> {
  const clock = new TestClock();
  const deliveries: StandInDelivery[] = [];
  const standIn = await CalComStandIn.open({
    apiKey: testKey,
    eventTypes: [eventTypeWith()],
    now: clock.now,
    deliver: async (delivery) => {
      deliveries.push(delivery);
      return 200;
    },
    ...options,
  });
  standIn.subscriptions.add(everything);
  return { standIn, clock, deliveries };
}

export const everything: NewSubscription = {
  subscriberUrl: 'http://127.0.0.1:9/webhooks/calcom',
  triggers: [...triggers],
  active: true,
  secret: 'test-secret',
};

export function eventsOf(deliveries: readonly StandInDelivery[]): string[] {
  return deliveries.map(({ trigger }) => trigger);
}

/** The body of `POST /v2/bookings` for an hour in UTC of the next days. */
export function bookingBody(start: string, change: Record<string, unknown> = {}): Record<string, unknown> {
  const attendee = { name: 'Jean Dupont', email: 'jean@example.com', timeZone: 'Europe/Paris' };
  return { start, eventTypeId: 1, attendee, ...change };
}
