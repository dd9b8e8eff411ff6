import type { StandInEventType, StandInHost, StandInSchedule } from '../event-type.js';

/** The event types of the account, and what they stand on. */
export class EventTypes {
  readonly #byId: ReadonlyMap<number, StandInEventType>;
  readonly #hosts: ReadonlyMap<number, StandInHost>;

  /** How far before and after a booking anything may be kept free on its account. */
  readonly widestBufferMinutes: number;

  constructor(private readonly all: readonly StandInEventType[]) {
    this.#byId = new Map(all.map((eventType) => [eventType.id, eventType]));
    this.#hosts = new Map(all.flatMap(({ hosts }) => hosts.map((host) => [host.id, host] as const)));
    const buffers = all.flatMap((each) => [each.beforeEventBuffer ?? 0, each.afterEventBuffer ?? 0]);
    this.widestBufferMinutes = Math.max(0, ...buffers);
  }

  find(id: number): StandInEventType | null {
    return this.#byId.get(id) ?? null;
  }

  findBySlug(slug: string, username: string): StandInEventType | null {
    return this.all.find((each) => each.slug === slug && each.hosts.some((host) => host.username === username)) ?? null;
  }

  list(): readonly StandInEventType[] {
    return this.all;
  }

  host(id: number): StandInHost | null {
    return this.#hosts.get(id) ?? null;
  }

  schedules(): StandInSchedule[] {
    return [...new Map(this.all.map(({ schedule }) => [schedule.id, schedule])).values()];
  }
}
