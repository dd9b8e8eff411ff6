import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import type { CalendarAccount } from '../accounts/calendar-account.js';
import type { CalComEventType } from '../providers/calcom/event-type.js';
import type { CalComSlot } from '../providers/calcom/slots.js';
import { SlotHolds } from './slot-holds.repository.js';

/** A time at which an event type can be booked. */
export interface FreeSlot {
  start: Date;
  end: Date;
}

export interface SlotQuestion {
  eventType: CalComEventType;
  from: Date;
  to: Date;
  /** IANA. */
  timeZone: string;
  /** The call that asks: what other calls hold is not free for it. */
  callKey?: string | undefined;
  /** The booking that is to be moved: its own time counts as free. */
  movingUid?: string | undefined;
}

const readLimitMs = 5_000;
const dayMs = 24 * 3_600_000;
/** As far as other times are looked for. */
const alternativesWithinMs = 7 * dayMs;
const mostAlternatives = 3;

/** What is free, for callers and for whoever books in their place. */
@Injectable()
export class Availability {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly holds: SlotHolds,
  ) {}

  /** In the order of time. @throws EventTypeNotFound, HttpFailure */
  async find(ctx: RequestContext, account: CalendarAccount, question: SlotQuestion): Promise<FreeSlot[]> {
    const { eventType, from, to, timeZone, callKey, movingUid } = question;
    const { slots } = account.api({ action: 'find_slots', urgent: true });
    const search = { eventTypeId: eventType.id, from, to, timeZone, bookingUidToReschedule: movingUid };
    const [free, held] = await Promise.all([
      slots.find(search, { timeoutMs: readLimitMs }),
      this.heldByOthers(ctx, { eventType, from, to, callKey }),
    ]);
    return free.flatMap((slot) => (held.has(slot.start.getTime()) ? [] : toFreeSlot(slot, eventType)));
  }

  /** Up to three free times nearest to one that is not, in the order of time. */
  async alternatives(
    ctx: RequestContext,
    account: CalendarAccount,
    question: Omit<SlotQuestion, 'from' | 'to'> & { wanted: Date; now: Date },
  ): Promise<FreeSlot[]> {
    const { wanted, now, ...rest } = question;
    const from = new Date(Math.max(now.getTime(), wanted.getTime() - dayMs / 2));
    const to = new Date(Math.max(from.getTime(), wanted.getTime()) + alternativesWithinMs - dayMs / 2);
    const free = await this.find(ctx, account, { ...rest, from, to });
    const distance = ({ start }: FreeSlot) => Math.abs(start.getTime() - wanted.getTime());
    return free
      .filter(({ start }) => start.getTime() !== wanted.getTime())
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, mostAlternatives)
      .sort((a, b) => a.start.getTime() - b.start.getTime());
  }

  /**
   * Keeps a slot for the call that is about to take it. Slots for several people at once are not kept: nobody knows here
   * how many more can come.
   *
   * @param tx a unit of work. @returns false when another call has it.
   */
  async hold(tx: RequestContext, callKey: string, { eventType, start }: { eventType: CalComEventType; start: Date }) {
    if (!isExclusive(eventType)) return true;
    return this.holds.hold(tx, callKey, { eventTypeId: eventType.id, start });
  }

  /** When a call is over. */
  async release(ctx: RequestContext, callKey: string): Promise<void> {
    await this.unitOfWork.run(ctx, (tx) => this.holds.release(tx, callKey));
  }

  private async heldByOthers(
    ctx: RequestContext,
    { eventType, from, to, callKey }: Pick<SlotQuestion, 'eventType' | 'from' | 'to' | 'callKey'>,
  ): Promise<ReadonlySet<number>> {
    if (callKey === undefined || !isExclusive(eventType)) return new Set();
    return this.unitOfWork.run(ctx, (tx) =>
      this.holds.heldByOthers(tx, callKey, { eventTypeId: eventType.id, from, to }),
    );
  }
}

/** Whether one booking takes the slot from everybody. */
function isExclusive({ seatsPerSlot, schedulingType }: CalComEventType): boolean {
  return seatsPerSlot === null && schedulingType?.toLowerCase() !== 'roundrobin';
}

function toFreeSlot({ start, end, seatsRemaining }: CalComSlot, { lengthInMinutes }: CalComEventType): FreeSlot[] {
  if (seatsRemaining === 0) return [];
  return [{ start, end: end ?? new Date(start.getTime() + lengthInMinutes * 60_000) }];
}
