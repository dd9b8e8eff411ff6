import { randomUUID } from 'node:crypto';
import type { Span } from './opening-hours.js';

export interface SlotReservation extends Span {
  readonly uid: string;
  readonly eventTypeId: number;
  readonly durationMinutes: number;
  readonly untilMs: number;
}

/**
 * Slots that somebody keeps for a while. They disappear from everybody's list, the keeper's too, and of all hosts; that
 * somebody books one of them is neither prevented nor noticed.
 */
export class SlotReservations {
  readonly #byUid = new Map<string, SlotReservation>();

  constructor(private readonly nowMs: () => number) {}

  add(reservation: Omit<SlotReservation, 'uid'>): SlotReservation {
    const kept = { ...reservation, uid: randomUUID() };
    this.#byUid.set(kept.uid, kept);
    return kept;
  }

  find(uid: string): SlotReservation | null {
    const found = this.#byUid.get(uid);
    return found && found.untilMs > this.nowMs() ? found : null;
  }

  remove(uid: string): boolean {
    return this.#byUid.delete(uid);
  }

  covers(eventTypeId: number, { startMs, endMs }: Span): boolean {
    return this.of(eventTypeId).some((each) => each.startMs < endMs && startMs < each.endMs);
  }

  of(eventTypeId: number): SlotReservation[] {
    if (this.#byUid.size === 0) return [];
    const now = this.nowMs();
    for (const { uid, untilMs } of this.#byUid.values()) if (untilMs <= now) this.#byUid.delete(uid);
    return [...this.#byUid.values()].filter((each) => each.eventTypeId === eventTypeId);
  }
}
